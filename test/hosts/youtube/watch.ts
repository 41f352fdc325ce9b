import { html, type Markup } from '../html.ts';
import { channelName, words } from './parts.ts';
import { HOST, type Notice, type Remark, remarks, stillOf, type Video } from './posts.ts';

const like = (video: Video): Markup =>
  html`<like-button-view-model><toggle-button-view-model><button type="button" aria-pressed="false" aria-label="他 ${video.likes.toLocaleString('en')} 人もこの動画を高く評価しました"><div>${video.likes}</div></button></toggle-button-view-model></like-button-view-model>`;

/** A comment; `id`s repeat in every one of them. */
function comment(video: Video, one: Remark, older: boolean): Markup {
  const path = `/watch?v=${video.id}&amp;lc=${one.id}`;
  const body = html`<div id="body"><div id="main"><div id="header-author"><h3><a id="author-text" href="/@${one.handle}"><span>
              @${one.handle}
            </span></a></h3><span id="published-time-text"><a href="${HOST}${path.replaceAll('&amp;', '&')}">1 日前</a></span></div><div id="expander"><div id="content"><yt-attributed-string id="content-text">${words(one.text)}</yt-attributed-string></div></div>`;
  const vote = html`<div id="toolbar"><button type="button" aria-label="高評価">👍</button><span id="vote-count-middle">${one.likes > 0 ? one.likes : ''}</span><button type="button">返信</button></div>`;
  return older
    ? html`<ytd-comment-renderer id="comment">${body}<ytd-comment-action-buttons-renderer id="action-buttons">${vote}</ytd-comment-action-buttons-renderer></div></div></ytd-comment-renderer>`
    : html`<ytd-comment-view-model id="comment">${body}<ytd-comment-engagement-bar id="action-buttons">${vote}</ytd-comment-engagement-bar></div></div></ytd-comment-view-model>`;
}

const thread = (video: Video, one: Remark, older: boolean): Markup =>
  html`<ytd-comment-thread-renderer>${comment(video, one, older)}<div id="replies"><ytd-comment-replies-renderer>${(one.below ?? []).map((below) => comment(video, below, older))}</ytd-comment-replies-renderer></div></ytd-comment-thread-renderer>`;

const comments = (video: Video, older: boolean): Markup =>
  html`<ytd-comments id="comments"><ytd-comments-header-renderer><h2 id="count"><span>${remarks.length + 1}</span> 件のコメント</h2></ytd-comments-header-renderer>${remarks.map((one) => thread(video, one, older))}</ytd-comments>`;

const player = (video: Video): Markup =>
  html`<div id="player"><div id="movie_player" class="html5-video-player"><video class="html5-main-video" src="blob:https://www.youtube.com/1"></video><img src="${stillOf(video)}" alt=""></div></div>`;

const today = (video: Video): Markup =>
  html`<ytd-watch-metadata><div id="title"><h1><yt-formatted-string title="${video.title}">${video.title}</yt-formatted-string></h1></div><div id="top-row"><div id="owner"><ytd-video-owner-renderer><a href="/@${video.handle}" tabindex="-1"><span class="face"></span></a>${channelName(video)}<yt-formatted-string id="owner-sub-count">チャンネル登録者数 1.2万人</yt-formatted-string></ytd-video-owner-renderer></div><div id="actions"><div id="actions-inner"><div id="menu"><ytd-menu-renderer><div id="top-level-buttons-computed">${like(video)}<yt-button-view-model><button type="button">共有</button></yt-button-view-model></div></ytd-menu-renderer></div></div></div></div><div id="bottom-row"><ytd-watch-info-text><div id="view-count" aria-label="${video.views.toLocaleString('en')} 回視聴">${video.views} 回視聴</div></ytd-watch-info-text><ytd-text-inline-expander id="description-inline-expander"><div id="snippet"><yt-attributed-string id="attributed-snippet-text">${words((video.text ?? '').slice(0, 8))}</yt-attributed-string></div><div id="expanded" hidden><yt-attributed-string>${words(video.text ?? '')}</yt-attributed-string></div></ytd-text-inline-expander></div></ytd-watch-metadata>`;

const before = (video: Video): Markup =>
  html`<ytd-video-primary-info-renderer><h1 class="title"><yt-formatted-string>${video.title}</yt-formatted-string></h1><ytd-video-view-count-renderer><span class="view-count">${video.views.toLocaleString('en')} 回視聴</span></ytd-video-view-count-renderer><div id="menu-container"><div id="top-level-buttons-computed"><ytd-toggle-button-renderer><button type="button">👍</button><yt-formatted-string id="text" aria-label="高評価 ${video.likes.toLocaleString('en')} 件">${video.likes}</yt-formatted-string></ytd-toggle-button-renderer></div></div></ytd-video-primary-info-renderer><ytd-video-secondary-info-renderer><ytd-video-owner-renderer>${channelName(video)}</ytd-video-owner-renderer><div id="description">${words(video.text ?? '')}</div></ytd-video-secondary-info-renderer>`;

/** The page of one video; cards beside it. */
export const watchPage = (video: Video, older: boolean, beside: Markup): Markup =>
  html`<ytd-watch-flexy video-id="${video.id}"><div id="columns"><div id="primary">${player(video)}${older ? before(video) : today(video)}${comments(video, older)}</div><div id="secondary"><ytd-watch-next-secondary-results-renderer>${beside}</ytd-watch-next-secondary-results-renderer></div></div></ytd-watch-flexy>`;

/** The sequence of shorts, of which one is drawn; the next is a picture only. */
export const shortPage = (video: Video, next: Video): Markup =>
  html`<ytd-shorts><div id="shorts-inner-container">${[video, next].map(
    (one, at) =>
      html`<div class="reel-video-in-sequence-new" id="reel-video-renderer"><div class="reel-video-in-sequence-thumbnail" style="background-image: url(&quot;https://i.ytimg.com/vi/${one.id}/oardefault.jpg&quot;)"></div>${
        at === 0 &&
        html`<ytd-reel-video-renderer is-active><div id="shorts-player" class="html5-video-player"></div><div class="overlay"><yt-reel-channel-bar-view-model><a href="/@${one.handle}/shorts">@${one.handle}</a></yt-reel-channel-bar-view-model><yt-shorts-video-title-view-model><h2><span dir="auto">${one.title}</span></h2></yt-shorts-video-title-view-model></div><reel-action-bar-view-model>${like(one)}<button-view-model><button type="button">共有</button></button-view-model></reel-action-bar-view-model></ytd-reel-video-renderer>`
      }</div>`,
  )}</div></ytd-shorts>`;

export const noticePage = (notice: Notice): Markup =>
  html`<ytd-backstage-post-thread-renderer><ytd-backstage-post-renderer><div id="header"><a id="author-text" href="/@${notice.handle}"><span>${notice.name}</span></a><yt-formatted-string id="published-time-text"><a href="/post/${notice.id}">1 日前</a></yt-formatted-string></div><yt-formatted-string id="home-content-text">${words(notice.text)}</yt-formatted-string><div id="content-attachment"><img src="${notice.picture}" alt=""></div><ytd-comment-action-buttons-renderer id="action-buttons"><div id="toolbar"><button type="button">👍</button><span id="vote-count-middle">${notice.likes}</span></div></ytd-comment-action-buttons-renderer></ytd-backstage-post-renderer></ytd-backstage-post-thread-renderer>`;
