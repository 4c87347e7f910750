const columns = document.getElementById('columns');
columns.addEventListener('click', () => {
  const single = document.body.classList.toggle('single');
  columns.setAttribute('aria-pressed', String(!single));
});
const said = document.getElementById('said');
document.querySelectorAll('button.copy').forEach(button => button.addEventListener('click', async () => {
  try {
    await navigator.clipboard.writeText(button.dataset.text);
    said.textContent = 'Copied';
  } catch (e) {
    said.textContent = 'Could not copy';
  }
}));

// Only what can be scrolled is a stop on the keyboard's way.
function stops() {
  document.querySelectorAll('pre').forEach(pre => {
    if (pre.scrollWidth > pre.clientWidth) pre.tabIndex = 0;
    else pre.removeAttribute('tabindex');
  });
}
addEventListener('resize', stops);
stops();
