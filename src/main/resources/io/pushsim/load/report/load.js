// Charts of a load: without this script there are none, and the tables say the same in short.
(() => {
  const load = JSON.parse(document.getElementById("load").textContent);
  const moments = load.moments;
  const seconds = moments.map((moment) => moment.second);
  const HEIGHT = 220;
  const COLOURS = {
    light: ["#2f6fc4", "#c2571a", "#12692f", "#7a3fb0", "#7d5200"],
    dark: ["#6aa5f0", "#f2975f", "#7bd797", "#c9a0f0", "#f0c46b"],
  };
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const column = (name) => moments.map((moment) => moment[name] ?? null);
  const short = (number) =>
    number === null || number === undefined ? "–"
      : Math.abs(number) >= 100 ? Math.round(number).toLocaleString("en")
      : Number(number.toPrecision(3)).toString();

  // Each: the x values, and series of a label, its values and, where it is a plan, dashes.
  const charts = {
    rate: () => ({
      x: seconds,
      series: [["asked for", column("asked"), [6, 4]], ["sent", column("sent")], ["done", column("ended")]],
    }),
    latency: () => ({ x: seconds, log: true, series: [["p50", column("p50")], ["p99", column("p99")]] }),
    queue: () => ({ x: seconds, series: [["under way", column("underWay")]] }),
    processors: () => ({ x: seconds, series: [["processors", column("processors")]] }),
    heap: () => ({ x: seconds, series: [["MB", column("heapMegabytes")]] }),
    versions: () => {
      const versions = [...new Set(moments.flatMap((moment) => Object.keys(moment.runs)))].sort();
      const lasted = moments.map((moment, i) => (i === 0 ? null : moment.second - moments[i - 1].second));
      return {
        x: seconds,
        series: versions.map((version) => [
          "version " + version,
          moments.map((moment, i) => (lasted[i] ? (moment.runs[version] ?? 0) / lasted[i] : null)),
        ]),
      };
    },
    percentiles: () => {
      const stages = Object.keys(load.curves);
      const points = Math.max(...stages.map((stage) => load.curves[stage].length), 0);
      return {
        x: Array.from({ length: points }, (none, i) => i / 10),
        nines: true,
        log: true,
        series: stages.map((stage) => [stage, load.curves[stage].map((time) => Math.max(time, 0.001))]),
      };
    },
  };

  const percentile = (decade) => {
    const percent = 100 - 100 / 10 ** decade;
    return Number(percent.toFixed(Math.max(0, Math.ceil(decade) - 2) + (decade % 1 ? 1 : 0))) + " %";
  };

  // Lines of a logarithmic scale: powers of ten, and what lies between them where there are few.
  const powers = (low, high) => {
    const between = high / low > 1000 ? [1] : [1, 2, 5];
    const lines = [];
    for (let power = Math.floor(Math.log10(low)); power <= Math.log10(high); power++) {
      lines.push(...between.map((factor) => factor * 10 ** power));
    }
    return lines.filter((line) => line >= low * 0.999 && line <= high * 1.001);
  };

  const options = (chart, width) => {
    const axis = {
      stroke: colour("--faint"),
      grid: { stroke: colour("--line"), width: 1 },
      ticks: { stroke: colour("--line"), width: 1 },
    };
    const across = chart.nines ? (value) => (value === null ? "–" : percentile(value)) : (value) => (value === null ? "–" : value.toFixed(1) + " s");
    const colours = COLOURS[dark.matches ? "dark" : "light"];
    return {
      width,
      height: HEIGHT,
      padding: [8, chart.nines ? 32 : 16, 0, 0],
      cursor: { drag: { x: false, y: false } },
      scales: { x: { time: false }, y: chart.log ? { distr: 3 } : { range: (plot, low, high) => [0, high > 0 ? high * 1.05 : 1] } },
      axes: [
        {
          ...axis,
          ...(chart.nines ? { splits: () => (width < 480 ? [0, 1, 3, 5] : [0, 1, 2, 3, 4, 5]) } : {}),
          values: (plot, splits) => splits.map((split) => (chart.nines ? percentile(split) : split + " s")),
        },
        { ...axis, size: 84, ...(chart.log ? { splits: (plot, i, low, high) => powers(low, high) } : {}), values: (plot, splits) => splits.map((split) => (split === null ? "" : short(split) + (chart.log ? " ms" : ""))) },
      ],
      series: [
        { label: chart.nines ? "percentile" : "time", value: (plot, value) => across(value) },
        ...chart.series.map(([label, values, dash], i) => ({
          label,
          stroke: colours[i % colours.length],
          width: 2,
          dash,
          points: { show: values.length < 3 },
          value: (plot, value) => short(value) + (chart.log && value !== null ? " ms" : ""),
        })),
      ],
    };
  };

  const drawn = [];
  const draw = () => {
    drawn.splice(0).forEach((plot) => plot.destroy());
    for (const figure of document.querySelectorAll("figure.chart")) {
      const chart = charts[figure.dataset.chart]();
      if (chart.x.length === 0 || chart.series.length === 0) {
        continue;
      }
      figure.hidden = false;
      const data = [chart.x, ...chart.series.map(([, values]) => values)];
      const style = getComputedStyle(figure);
      const width = figure.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
      drawn.push(new uPlot(options(chart, Math.max(200, width)), data, figure));
    }
  };
  draw();
  dark.addEventListener("change", draw);
  let waiting = 0;
  window.addEventListener("resize", () => {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(draw);
  });
})();
