import en from '#words/en.json' with { type: 'json' };

/** The installed companion, as the system shows it and what other apps can hand to it. https://www.w3.org/TR/appmanifest/ */
export const manifest = {
  name: 'Musubi',
  short_name: 'Musubi',
  description: en.manifestDescription,
  id: '/app/',
  start_url: '/app/',
  scope: '/app/',
  display: 'standalone',
  background_color: '#faf8f4',
  theme_color: '#faf8f4',
  icons: [192, 512].flatMap((size) =>
    ['any', 'maskable'].map((purpose) => ({
      src: `icon/${size}.png`,
      sizes: `${size}x${size}`,
      type: 'image/png',
      purpose,
    })),
  ),
  // By GET, which the service worker answers: what is shared stays on the device.
  share_target: { action: '/app/', method: 'GET', params: { title: 'title', text: 'text', url: 'url' } },
};
