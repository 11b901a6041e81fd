/** The console's one stylesheet: the colours and type of the desk, nothing that needs a script. */
export const stylesheet = `
:root{--desk:#f3f5f6;--paper:#fff;--line:#dbe1e6;--edge:#7a8894;--ink:#15202a;--ink2:#475663;--ink3:#5c6a76;--accent:#00699b;--sel:#e1f1f9;--warn:#865000;--warn-soft:#fbf0db;--err:#b0241c;--err-soft:#fbe9e6;--ok:#1a6b44;--add:#d3eddc;--del:#f9dcd8;--un:#009edb;color-scheme:light dark}
@media (prefers-color-scheme:dark){:root{--desk:#10161b;--paper:#171f25;--line:#2c3841;--edge:#71818e;--ink:#e7ecef;--ink2:#b3bfc8;--ink3:#94a2ad;--accent:#63c2ec;--sel:#123445;--warn:#ebb25f;--warn-soft:#33260f;--err:#ff938a;--err-soft:#3b1916;--ok:#72ce9b;--add:#1b4029;--del:#4a1f1b}}
*{box-sizing:border-box}
body{margin:0;background:var(--desk);color:var(--ink);font:14px/20px "Noto Sans","Noto Sans Arabic","Segoe UI",system-ui,sans-serif}
a{color:var(--accent)}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.skip{position:absolute;inset-inline-start:-999px}.skip:focus{inset-inline-start:8px;inset-block-start:8px;background:var(--paper);padding:8px}
header{display:flex;flex-wrap:wrap;gap:8px 24px;align-items:center;padding:10px 24px;background:var(--paper);border-block-end:1px solid var(--line)}
header strong{font-weight:650}header .training{color:var(--warn);font-weight:600}
header form{margin-inline-start:auto}
main{max-width:72rem;margin-inline:auto;padding:24px}
h1{font:650 22px/30px "Noto Serif","Noto Naskh Arabic",Georgia,serif;margin:0 0 4px}
h2{font-size:18px;line-height:26px;margin:32px 0 8px}
h3{font-size:14px;margin:0}
.meta,.help{color:var(--ink2);font-size:13px;line-height:18px}
.paper{background:var(--paper);border:1px solid var(--line);padding:16px 24px}
table{border-collapse:collapse;inline-size:100%;background:var(--paper)}
th,td{text-align:start;padding:8px 12px;border-block-end:1px solid var(--line);vertical-align:top}
th{font-size:13px;color:var(--ink2);font-weight:600}
td.number,th.number{text-align:end;font-variant-numeric:tabular-nums;white-space:nowrap}
.scroll{overflow-x:auto}
.field{display:grid;grid-template-columns:3rem minmax(0,1fr);border-inline-start:0;padding-block:12px;border-block-end:1px solid var(--line)}
.field>.n{color:var(--ink3);font-variant-numeric:tabular-nums;border-inline-end:2px solid var(--un);margin-inline-end:16px;text-align:end;padding-inline-end:10px}
.value{font:15px/1.6 "Noto Serif","Noto Naskh Arabic",Georgia,serif;white-space:pre-wrap;overflow-wrap:anywhere;margin:4px 0 0}
.none{color:var(--ink3)}
ins{background:var(--add);text-decoration:underline}del{background:var(--del);text-decoration:line-through}
.thread{border-inline-start:3px solid var(--line);padding:4px 0 4px 12px;margin-block:12px}
.thread.open{border-color:var(--accent)}
.thread blockquote{margin:0 0 4px;font:14px/1.5 "Noto Serif",Georgia,serif;color:var(--ink2)}
.comment p{margin:2px 0;white-space:pre-wrap;overflow-wrap:anywhere}
details summary{color:var(--accent);cursor:pointer;min-block-size:24px}
label{display:block;font-weight:600;margin-block:8px 2px}
textarea,select,input[type=text]{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--edge);border-radius:4px;padding:6px 8px;inline-size:100%;max-inline-size:40rem}
textarea{min-block-size:5rem}
button{font:inherit;font-weight:550;min-block-size:32px;padding:4px 14px;border-radius:4px;border:1px solid var(--edge);background:var(--paper);color:var(--ink);cursor:pointer}
button.primary{background:var(--accent);border-color:var(--accent);color:var(--paper)}
button.danger{border-color:var(--err);color:var(--err)}
.actions{display:flex;flex-wrap:wrap;gap:8px;margin-block-start:12px}
.note{padding:8px 12px;border-inline-start:3px solid var(--warn);background:var(--warn-soft);margin-block:8px}
.note.err{border-color:var(--err);background:var(--err-soft)}
.stage{font-weight:600}
@media (max-width:40rem){main{padding:12px}.paper{padding:12px}.field{grid-template-columns:2rem minmax(0,1fr)}}
`;
