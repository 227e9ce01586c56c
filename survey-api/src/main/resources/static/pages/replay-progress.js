// Follows a replay while it is made, and shows the page anew when it is over. Without this there is a link to look again.

const place = document.querySelector('[data-progress]');

if (place && window.EventSource) {
  const bar = place.querySelector('progress');
  const said = place.querySelector('[data-said]');
  const number = new Intl.NumberFormat(document.documentElement.lang);
  const filled = (text, ...values) => values.reduce((line, value, i) => line.replace('%' + (i + 1), value), text);
  const seconds = (eta) => {
    const [, hours = 0, minutes = 0, rest = 0] = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?$/.exec(eta) ?? [];
    return Math.max(1, Math.round(hours * 3600 + minutes * 60 + Number(rest)));
  };
  const events = new EventSource(place.dataset.progress);
  events.addEventListener('progress', (event) => {
    const job = JSON.parse(event.data);
    if (job.state !== 'waiting' && job.state !== 'running') {
      events.close();
      window.location.reload();
      return;
    }
    if (job.total > 0) {
      bar.max = job.total;
      bar.value = job.done;
      said.textContent = filled(place.dataset.words, number.format(job.done), number.format(job.total))
        + (job.eta ? filled(place.dataset.left, number.format(seconds(job.eta))) : '');
    }
  });
}
