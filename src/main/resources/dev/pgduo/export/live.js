const main = document.getElementById('class');
const sections = document.getElementById('sections');
const said = document.getElementById('said');
const follow = document.getElementById('follow');
const columns = document.getElementById('columns');
let last = 0;
let grid = null;
let pre = null;
let box = null;
let pair = '';

function make(name, kind, text) {
  const made = document.createElement(name);
  if (kind) made.className = kind;
  if (text !== undefined) made.textContent = text;
  return made;
}
function steps() {
  if (!grid) main.append(grid = make('div', 'steps'));
  return grid;
}
function heading(title) {
  grid = box = pre = null;
  const made = make('h2', '', title);
  made.id = 'section-' + (sections.children.length + 1);
  const link = make('a', '', title);
  link.href = '#' + made.id;
  const item = make('li');
  item.append(link);
  sections.append(item);
  main.append(made);
}
function paragraph(text) {
  const made = make('p');
  const parts = text.split('`');
  if (parts.length % 2 === 0) made.textContent = text;
  else parts.forEach((part, at) => made.append(at % 2 ? make('code', '', part) : part));
  steps().append(made);
}
function step(event) {
  box = make('div', 'step ' + (event.node === 'a' || event.node === 'b' ? event.node : 'lab'));
  const where = make('div', 'where');
  where.append(make('b', '', event.where));
  pre = make('pre');
  pre.setAttribute('role', 'group');
  pre.setAttribute('aria-label', event.where);
  box.append(where, pre);
  steps().append(box);
}
function take(event) {
  const text = event.text || [];
  switch (event.event) {
    case 'heading': heading(text[0]); break;
    case 'prose': box = pre = null; paragraph(text.join('\n')); break;
    case 'remark': steps().append(make('p', 'about', text.join('\n'))); break;
    case 'typed':
      step(event);
      text.forEach(line => pre.append(make('span', 'typed', line), '\n'));
      break;
    case 'printed':
      if (!pre || event.late) step(event);
      text.forEach(line => pre.append(line + '\n'));
      break;
    case 'ended':
      if (box && event.pair && event.pair !== pair) box.append(make('p', 'pair', pair = event.pair));
      break;
  }
}
// Only what can be scrolled is a stop on the keyboard's way.
function stop(shown) {
  if (shown.scrollWidth > shown.clientWidth) shown.tabIndex = 0;
  else shown.removeAttribute('tabindex');
}
function following() { return follow.getAttribute('aria-pressed') === 'true'; }
function toEnd() {
  if (following()) scrollTo(0, document.documentElement.scrollHeight);
}
function connect() {
  const source = new EventSource('events?after=' + last);
  source.onopen = () => said.textContent = 'Live';
  source.onmessage = message => {
    if (Number(message.lastEventId) <= last) return;
    last = Number(message.lastEventId);
    take(JSON.parse(message.data));
    if (pre) stop(pre);
    toEnd();
  };
  source.addEventListener('end', () => {
    source.close();
    said.textContent = 'The class has ended. What was shown stays as long as this page is open.';
  });
  source.onerror = () => {
    said.textContent = 'The connection is lost; trying again';
    if (source.readyState === EventSource.CLOSED) setTimeout(connect, 3000);
  };
}
follow.addEventListener('click', () => {
  follow.setAttribute('aria-pressed', String(!following()));
  toEnd();
});
// Whoever scrolls back reads; whoever comes to the end follows again.
addEventListener('scroll', () => {
  const end = innerHeight + scrollY >= document.documentElement.scrollHeight - 40;
  follow.setAttribute('aria-pressed', String(end));
}, {passive: true});
addEventListener('resize', () => document.querySelectorAll('pre').forEach(stop));
columns.addEventListener('click', () => {
  const single = document.body.classList.toggle('single');
  columns.setAttribute('aria-pressed', String(!single));
});
connect();
