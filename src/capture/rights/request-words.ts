/** Languages a request is written in. */
export const REQUEST_LANGUAGES = ['ja', 'en', 'zh-CN'] as const;
export type RequestLanguage = (typeof REQUEST_LANGUAGES)[number];

interface PermissionRequest {
  /** The author's name or handle; empty where unknown. */
  readonly author: string;
  /** The person's company; empty where they set none. */
  readonly company: string;
  readonly url: string;
}

/**
 * A request with what law and practice expect: who asks, which post, for what, that the author is credited,
 * that nothing is changed, that permission can be withdrawn, and that others in the picture must agree (著作権,
 * 肖像権; the elements of common rights requests).
 */
const WORDS: Record<RequestLanguage, (asking: PermissionRequest) => string> = {
  ja: ({ author, company, url }) =>
    [
      author ? `${author}さま` : 'はじめまして。',
      `${company ? `${company}の者です。` : ''}こちらの投稿を拝見し、うれしく思いました。`,
      url,
      '当社のSNSとウェブサイトで、お名前を添えてご紹介してもよろしいでしょうか。内容に手は加えません。',
      'ほかの方が写っている場合は、その方のご了承もいただけると助かります。',
      'よろしければ「許可します」とお返事ください。あとから取り消すこともできます。',
    ].join('\n'),
  en: ({ author, company, url }) =>
    [
      author ? `Hi ${author},` : 'Hello,',
      `${company ? `I work at ${company}. ` : ''}We were glad to see your post:`,
      url,
      'May we show it on our social media and our website, with your name and without changing it?',
      'If other people are in it, we would need their agreement too.',
      'If that is fine with you, please answer “Yes, you may”. You can withdraw it at any time.',
    ].join('\n'),
  'zh-CN': ({ author, company, url }) =>
    [
      author ? `${author}，您好！` : '您好！',
      `${company ? `我是${company}的员工。` : ''}看到您的这条内容，我们很高兴：`,
      url,
      '请问我们可以在官方账号和网站上转载吗？我们会注明您的名字，不改动内容。',
      '如果画面中有其他人，也需要征得他们同意。',
      '如果可以，请回复“同意使用”。您之后可以随时撤回。',
    ].join('\n'),
};

/** The text of a request in a language. */
export function requestIn(language: RequestLanguage, asking: PermissionRequest): string {
  return WORDS[language](asking);
}

/** The language of a request: the post's (BCP 47) where available, else the person's, else English. */
export function requestLanguageOf(post: string, person: string): RequestLanguage {
  const near = (tag: string) =>
    REQUEST_LANGUAGES.find((one) => one.split('-')[0] === tag.toLowerCase().split('-')[0]);
  return near(post) ?? (post === '' || post === 'und' ? near(person) : undefined) ?? 'en';
}
