'use strict';
// the page is complete without this: it hides rows that are not asked for, and sorts the tables
(() => {
  const form = document.getElementById('filter');
  if (!form) return;
  const text = document.getElementById('filter-text');
  const severity = document.getElementById('filter-severity');
  const state = document.getElementById('filter-state');
  const status = document.getElementById('filter-count');
  const sections = [...document.querySelectorAll('section.findings')];
  const rows = sections.flatMap(section => [...section.querySelectorAll('tbody tr')]);
  const words = new Map();
  const wordsOf = row => {
    if (!words.has(row)) words.set(row, row.textContent.toLowerCase());
    return words.get(row);
  };
  const fits = (row, sought) =>
    (!severity.value || row.dataset.severity === severity.value) &&
    (!state.value || row.dataset.state === state.value) &&
    sought.every(word => wordsOf(row).includes(word));
  const filter = () => {
    const sought = text.value.toLowerCase().split(/\s+/).filter(word => word);
    let shown = 0;
    for (const row of rows) {
      row.hidden = !fits(row, sought);
      if (!row.hidden) shown++;
    }
    for (const section of sections) section.hidden = !section.querySelector('tbody tr:not([hidden])');
    status.textContent = shown + ' of ' + rows.length + ' findings shown';
  };
  const ranks = { error: 0, warning: 1, note: 2 };
  const keys = [
    row => ranks[row.dataset.severity],
    row => row.cells[1].textContent.trim().toLowerCase(),
    row => row.dataset.since,
    row => row.cells[3].textContent.trim().toLowerCase(),
  ];
  const sort = (head, column) => {
    const down = head.getAttribute('aria-sort') === 'ascending';
    for (const other of head.parentElement.cells) other.removeAttribute('aria-sort');
    head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
    const body = head.closest('table').tBodies[0];
    const keyed = [...body.rows].map(row => [keys[column](row), row]);
    keyed.sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0) * (down ? -1 : 1));
    body.append(...keyed.map(([, row]) => row));
  };
  for (const section of sections) {
    [...section.querySelectorAll('thead th')].forEach((head, column) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = head.textContent;
      button.addEventListener('click', () => sort(head, column));
      head.replaceChildren(button);
    });
  }
  let waiting = 0;
  text.addEventListener('input', () => { clearTimeout(waiting); waiting = setTimeout(filter, 150); });
  severity.addEventListener('change', filter);
  state.addEventListener('change', filter);
  form.addEventListener('reset', () => setTimeout(filter));
  form.addEventListener('submit', event => event.preventDefault());
  const open = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target instanceof HTMLDetailsElement) target.open = true;
  };
  addEventListener('hashchange', open);
  open();
  form.hidden = false;
  filter();
})();
