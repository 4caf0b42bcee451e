'use strict';
// Everything on this page is read from /metrics, and from nowhere else.
const EVERY_MS = 1000, KEPT = 600;
const byId = id => document.getElementById(id);

function parse(text) {
  const samples = [];
  for (const line of text.split('\n')) {
    const found = /^([a-z_]+)(?:\{(.*)\})? (\S+)$/.exec(line);
    if (!found || line.startsWith('#')) continue;
    const labels = {};
    for (const label of (found[2] || '').matchAll(/([a-z_]+)="((?:[^"\\]|\\.)*)"/g)) {
      labels[label[1]] = label[2].replace(/\\(.)/g, (_, c) => c === 'n' ? '\n' : c);
    }
    samples.push({name: found[1], labels, value: Number(found[3])});
  }
  return samples;
}

const all = (samples, name) => samples.filter(sample => sample.name === name);
const sum = (samples, name) => all(samples, name).reduce((total, sample) => total + sample.value, 0);
const quantile = (samples, q) => (all(samples, 'zonedrift_round_trip_seconds')
    .find(sample => sample.labels.quantile === q) || {value: 0}).value;
const count = value => Math.round(value).toLocaleString('en');

function tile(label, text, key, value) {
  const box = document.createElement('div');
  box.className = 'tile';
  const number = document.createElement('b');
  number.textContent = text;
  if (key) { number.dataset.metric = key; number.dataset.value = value; }
  const name = document.createElement('span');
  name.textContent = label;
  box.append(number, name);
  return box;
}

function rows(id, samples, cells) {
  const table = byId(id);
  table.parentElement.classList.toggle('empty', samples.length === 0);
  table.replaceChildren(...samples.map(sample => {
    const row = document.createElement('tr');
    for (const cell of cells(sample)) {
      const field = document.createElement('td');
      field.textContent = cell.text;
      field.className = cell.kind || '';
      if (cell.key) { field.dataset.metric = cell.key; field.dataset.value = sample.value; }
      row.append(field);
    }
    return row;
  }));
}

const number = (sample, label, text) =>
    ({text, kind: 'number', key: sample.name + (label ? '{' + sample.labels[label] + '}' : '')});

const past = [[], [], [], [], [], []];
let last = null, charts = null;

function draw(samples, now) {
  const scanning = all(samples, 'zonedrift_targets_total').length > 0;
  byId('tiles').hidden = byId('charts').hidden = !scanning;
  const zones = sum(samples, 'zonedrift_zones_total');
  const sent = sum(samples, 'zonedrift_queries_total');
  const answered = sum(samples, 'zonedrift_answers_total');
  const seconds = last ? now - last.now : 0;
  const zoneRate = seconds > 0 ? (zones - last.zones) / seconds : 0;
  const queryRate = seconds > 0 ? (sent - last.sent) / seconds : 0;
  last = {now, zones, sent};
  const targets = sum(samples, 'zonedrift_targets_total');
  byId('tiles').replaceChildren(
      tile('targets taken', count(targets), 'zonedrift_targets_total', targets),
      tile('zones done', count(zones), 'zonedrift_zones_total', zones),
      tile('zones/s', count(zoneRate)),
      tile('queries/s', count(queryRate)),
      tile('queries', count(sent), 'zonedrift_queries_total', sent),
      tile('answered', count(answered), 'zonedrift_answers_total', answered),
      tile('in flight', count(sum(samples, 'zonedrift_zones_in_flight'))),
      tile('wait for a re-check', count(sum(samples, 'zonedrift_zones_waiting'))));
  const most = list => list.sort((a, b) => b.value - a.value);
  rows('verdicts', most(all(samples, 'zonedrift_zones_total').filter(s => s.value > 0)),
      s => [{text: s.labels.verdict}, number(s, 'verdict', count(s.value))]);
  rows('behind', most(all(samples, 'zonedrift_server_zones_behind')),
      s => [{text: s.labels.server}, number(s, 'server', count(s.value))]);
  rows('backlog', most(all(samples, 'zonedrift_destination_backlog_seconds')),
      s => [{text: s.labels.address}, number(s, 'address', s.value.toFixed(1) + ' s')]);
  rows('queries', most(all(samples, 'zonedrift_queries_total').filter(s => s.value > 0)),
      s => [{text: s.labels.purpose + ' (' + s.labels.transport + ')'}, {text: count(s.value), kind: 'number'}]);
  rows('watched', all(samples, 'zonedrift_serial'), s => {
    const behind = all(samples, 'zonedrift_server_behind').some(other => other.value > 0
        && other.labels.zone === s.labels.zone && other.labels.server === s.labels.server
        && other.labels.address === s.labels.address);
    return [{text: s.labels.zone}, {text: s.labels.server + ' (' + s.labels.address + ')'},
      {...number(s, null, String(s.value)), key: 'zonedrift_serial{' + s.labels.zone + ' ' + s.labels.server + ' ' + s.labels.address + '}'},
      {text: behind ? 'behind' : '', kind: 'bad'}];
  });
  const next = [now, zoneRate, queryRate, 0.5, 0.9, 0.99].map((v, i) =>
      i < 3 ? v : quantile(samples, String(v)) * 1000);
  next.forEach((value, i) => { past[i].push(value); if (past[i].length > KEPT) past[i].shift(); });
  plot();
}

function plot() {
  if (!charts) {
    const chart = (title, series) => {
      const box = document.createElement('div');
      byId('charts').append(box);
      return new uPlot({title, width: 560, height: 220, series: [{}, ...series]}, [[], ...series.map(() => [])], box);
    };
    charts = [
      chart('Rates a second', [{label: 'zones', stroke: '#2864c7', width: 2}, {label: 'queries', stroke: '#b56a00', width: 2}]),
      chart('Latency in ms', [{label: 'p50', stroke: '#2b8a3e', width: 2}, {label: 'p90', stroke: '#b56a00', width: 2},
        {label: 'p99', stroke: '#b3261e', width: 2}])];
  }
  charts[0].setData([past[0], past[1], past[2]]);
  charts[1].setData([past[0], past[3], past[4], past[5]]);
}

async function look() {
  try {
    const answer = await fetch('metrics');
    draw(parse(await answer.text()), Date.now() / 1000);
    byId('state').textContent = 'live';
  } catch (gone) {
    byId('state').textContent = 'the scan has ended, or cannot be reached';
  }
  setTimeout(look, EVERY_MS);
}
look();
