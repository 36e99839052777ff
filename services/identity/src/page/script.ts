/** All the script there is: forms that need no answer of a person are sent, and a form is sent once. */
export const SCRIPT = `
document.addEventListener('submit', (event) => {
  if (event.target.dataset.sent) event.preventDefault();
  event.target.dataset.sent = 'yes';
});
addEventListener('pageshow', () => {
  for (const form of document.forms) delete form.dataset.sent;
});
document.querySelector('form[data-send]')?.requestSubmit();
`;
