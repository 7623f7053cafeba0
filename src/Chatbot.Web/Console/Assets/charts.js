// Draws each table that has a place for a drawing. The table stays: it is what is read aloud, printed and clicked through.
(() => {
  const dark = () => document.documentElement.dataset.bsTheme === 'dark';
  const number = cell => cell.dataset.value === '' ? null : Number(cell.dataset.value);
  const cut = text => text.length > 26 ? text.slice(0, 25) + '…' : text;

  function read(table) {
    const rows = [...table.tBodies[0].rows];
    const names = [...table.tHead.rows[0].cells].slice(1).map(cell => cell.textContent.trim());
    const series = names.map((name, at) => ({ name, cells: rows.map(row => row.cells[at + 1]) }))
      .filter(one => one.cells.some(cell => cell.dataset.value !== ''));
    return { labels: rows.map(row => row.cells[0].textContent.trim()), series };
  }

  function draw(place) {
    const { labels, series } = read(document.getElementById(place.dataset.table));
    const flat = place.dataset.chart === 'bar' && labels.some(label => label.length > 12);   // long names want their own lines
    if (flat) place.style.height = Math.max(160, 90 + labels.length * (series.length * 14 + 12)) + 'px';
    const text = getComputedStyle(document.body).color;
    const names = { type: 'category', data: labels, inverse: flat, axisLabel: { color: text, formatter: cut } };
    const values = { type: 'value', axisLabel: { color: text }, splitLine: { lineStyle: { opacity: .25 } } };
    const chart = echarts.init(place, null, { renderer: 'canvas' });
    chart.setOption({
      animation: !matchMedia('(prefers-reduced-motion: reduce)').matches,
      color: dark() ? ['#7cb7ff', '#ff9d8f', '#ffd166', '#8be0a4', '#c9a6ff'] : ['#0b5cad', '#b42318', '#b7791f', '#207a3c', '#6b3fa0'],
      textStyle: { color: text, fontFamily: getComputedStyle(document.body).fontFamily },
      grid: { left: 8, right: 16, top: 36, bottom: 8, containLabel: true },
      legend: { top: 0, type: 'scroll', textStyle: { color: text } },
      tooltip: { trigger: 'axis', renderMode: 'richText' },
      xAxis: flat ? values : names,
      yAxis: flat ? names : values,
      series: series.map(one => ({
        name: one.name, type: place.dataset.chart, stack: place.dataset.stacked ? 'all' : undefined, data: one.cells.map(number), connectNulls: true, barMaxWidth: 28
      }))
    });
    chart.on('click', at => {
      const link = series[at.seriesIndex]?.cells[at.dataIndex]?.querySelector('a');
      if (link) location.href = link.href;
    });
    addEventListener('resize', () => chart.resize());
  }

  document.querySelectorAll('[data-chart]').forEach(draw);
})();
