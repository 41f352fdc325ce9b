// The yardstick: the leanest hand-written injection of one bare button, for one site, without any state.
const put = (post) => {
  const row = post.querySelector('[role="group"]');
  if (!row || row.lastElementChild?.localName === 'i') return;
  const button = document.createElement('i');
  button.setAttribute('data-lean', '');
  button.append(document.createElement('button'));
  row.append(button);
};
const SELECTOR = 'article[data-testid="tweet"]';
new MutationObserver((records) => {
  for (const { addedNodes } of records) {
    for (const node of addedNodes) {
      if (node.nodeType !== 1) continue;
      if (node.matches(SELECTOR)) put(node);
      else for (const post of node.querySelectorAll(SELECTOR)) put(post);
    }
  }
}).observe(document, { subtree: true, childList: true });
for (const post of document.querySelectorAll(SELECTOR)) put(post);
