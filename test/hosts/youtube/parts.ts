import { html, type Markup } from '../html.ts';
import { short as abbreviated, stretches } from '../written.ts';
import { addressOf, type Channel, HOST, stillOf, type Video } from './posts.ts';

/** Text as the site writes it: breaks are characters, links go by way of the site, an emoji is a picture. */
export const words = (text: string): Markup =>
  html`<span class="ytAttributedStringHost" dir="auto">${stretches(text).map((part) => {
    if (part.kind === 'break') return html`<span>${'\n'}</span>`;
    if (part.kind === 'link')
      return html`<a href="${HOST}/redirect?event=video_description&amp;q=${encodeURIComponent(part.text)}" target="_blank">${part.text}</a>`;
    if (part.kind === 'emoji')
      return html`<span><img alt="${part.text}" class="ytEmoji small-emoji" src="https://fonts.gstatic.com/emoji.svg" width="16" height="16"></span>`;
    return html`<span>${part.text}</span>`;
  })}</span>`;

export const views = (count: number): string => `${abbreviated(count)} 回視聴`;
const pathOf = (video: Video): string => addressOf(video).replace(HOST, '');

const thumbnail = (video: Video): Markup =>
  html`<div class="ytThumbnailViewModelImage"><img src="${stillOf(video)}" alt="" class="ytCoreImageHost"></div><div class="ytBadgeShapeText">16:19</div>`;

/** A card of today. `link`: its channel is a link, as at home; beside a video it is only a name. */
export const lockup = (video: Video, link: boolean): Markup =>
  html`<yt-lockup-view-model class="lockup"><div class="ytLockupViewModelHost content-id-${video.id}"><a class="ytLockupViewModelContentImage" href="${pathOf(video)}&amp;pp=0gcJ" aria-hidden="true" tabindex="-1">${thumbnail(video)}</a><div class="ytLockupViewModelMetadata"><yt-lockup-metadata-view-model><h3 class="ytLockupMetadataViewModelHeadingReset" title="${video.title}"><a class="ytLockupMetadataViewModelTitle" href="${pathOf(video)}&amp;pp=0gcJ"><span>${video.title}</span></a></h3><yt-content-metadata-view-model><div class="ytContentMetadataViewModelMetadataRow">${
    link
      ? html`<span class="ytContentMetadataViewModelMetadataText"><a href="/@${video.handle}">${video.name}</a></span>`
      : html`<span class="ytContentMetadataViewModelMetadataText">${video.name}</span>`
  }</div><div class="ytContentMetadataViewModelMetadataRow"><span class="ytContentMetadataViewModelMetadataText">${views(video.views)}</span><span class="ytContentMetadataViewModelDelimiter" aria-hidden="true">•</span><span class="ytContentMetadataViewModelMetadataText">1 日前</span></div></yt-content-metadata-view-model><div class="ytLockupMetadataViewModelMenuButton"><button type="button" aria-label="その他の操作">⋮</button></div></yt-lockup-metadata-view-model></div></div></yt-lockup-view-model>`;

const channelName = (channel: Channel): Markup =>
  html`<ytd-channel-name id="channel-name"><div id="container"><div id="text-container"><yt-formatted-string id="text"><a class="yt-simple-endpoint" href="/@${channel.handle}">${channel.name}</a></yt-formatted-string></div></div></ytd-channel-name>`;

export { channelName };

/** A card of before, with ids that every card repeats. */
export const renderer = (video: Video): Markup =>
  html`<ytd-video-renderer><div id="dismissible"><ytd-thumbnail><a id="thumbnail" href="${pathOf(video)}" tabindex="-1" aria-hidden="true">${thumbnail(video)}</a></ytd-thumbnail><div class="text-wrapper"><h3><a id="video-title" href="${pathOf(video)}" title="${video.title}"><yt-formatted-string>${video.title}</yt-formatted-string></a></h3><ytd-video-meta-block><div id="metadata"><div id="byline-container">${channelName(video)}</div><div id="metadata-line"><span class="inline-metadata-item">${views(video.views)}</span><span class="inline-metadata-item">1 日前</span></div></div></ytd-video-meta-block></div></div></ytd-video-renderer>`;

/** A short among the cards of today: of its channel it says nothing. */
export const shelved = (video: Video): Markup =>
  html`<ytm-shorts-lockup-view-model-v2><a href="/shorts/${video.id}" title="${video.title}">${thumbnail(video)}</a><h3 title="${video.title}"><a href="/shorts/${video.id}"><span>${video.title}</span></a></h3><div class="shortsMeta"><span>${views(video.views)}</span></div></ytm-shorts-lockup-view-model-v2>`;

/** Look like cards: an advertisement, and a mix, which is no video of one channel. */
export const advertisement: Markup = html`<ytd-rich-item-renderer><div id="content"><ytd-ad-slot-renderer><ytd-in-feed-ad-layout-renderer><a href="/watch?v=adadadadad1"><h3 title="豆をトラックで">豆をトラックで</h3></a></ytd-in-feed-ad-layout-renderer></ytd-ad-slot-renderer></div></ytd-rich-item-renderer>`;
export const mix: Markup = html`<ytd-rich-item-renderer><div id="content"><yt-lockup-view-model><a href="/watch?v=RyeLoaf00-2&amp;list=RDRyeLoaf00-2&amp;start_radio=1"><h3 title="ミックスリスト">ミックスリスト</h3></a><yt-content-metadata-view-model><div class="ytContentMetadataViewModelMetadataRow"><span>木工房なぎ、他</span></div></yt-content-metadata-view-model></yt-lockup-view-model></div></ytd-rich-item-renderer>`;
