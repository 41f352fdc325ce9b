/** Headings that programs and people use for these columns. */
export const NAMES = {
  url: ['url', 'link', 'href', 'address', 'uri', 'page', 'アドレス', 'リンク', '网址', '链接', '地址'],
  title: ['title', 'name', '題名', 'タイトル', '名前', '标题', '名称'],
  text: ['text', 'excerpt', 'selection', 'description', 'content', 'quote', '本文', '内容', '正文', '摘要'],
  note: ['note', 'notes', 'comment', 'メモ', '备注', '笔记'],
  tags: ['tags', 'tag', 'labels', 'keywords', 'タグ', '标签'],
  folder: ['folder', 'collection', 'list', 'フォルダー', 'フォルダ', '文件夹'],
  at: [
    'at',
    'date',
    'created',
    'created_at',
    'saved',
    'timestamp',
    'time',
    'kept',
    '日時',
    '日付',
    '日期',
    '时间',
  ],
} as const;
