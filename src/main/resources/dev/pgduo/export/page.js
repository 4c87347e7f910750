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
