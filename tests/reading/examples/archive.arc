filedesc://archive.arc 0.0.0.0 20261108060000 text/plain 72
1 1 Lantern Bay
URL IP-address Archive-date Content-type Archive-length

https://courier.example/2026/causeway 192.0.2.7 20261108060000 text/html 1487
HTTP/1.1 200 OK
Content-Type: text/html; charset=utf-8

<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Causeway to open at low tide - Lantern Bay Courier</title>
<meta property="og:title" content="Causeway to open at low tide"><meta property="og:site_name" content="Lantern Bay Courier">
<meta property="article:published_time" content="2026-11-07T21:05:00+01:00"><meta name="author" content="Jon Askvik"></head>
<body><nav><a href="/">Home</a> <a href="/tides">Tides</a></nav>
<article><h1>Causeway to open at low tide</h1><p>The council of Oster Point voted on Saturday to open the old causeway at low tide, twice a day, for ambulances and school buses only.</p><p>Mayor Dena Holm said that the vote was “the least bad of five bad choices” and that she would not let her own children cross there after dark.</p><p>The causeway, built of stone in 1911, was closed after two cars were swept away in a storm nine years ago. Since then the sea has taken about 40 metres of its parapet, the council's engineer, Piet Aldous, told the meeting.</p><p>Aldous put the cost of lamps, a gate and a warden at 86,000 crowns. The council holds 31,000 crowns in its fund for roads and will ask the county for the rest by Wednesday.</p><p>Two members voted against it. One of them, Irma Vail, accused the mayor of hurrying the meeting: “We had the plan for an hour. It has eleven pages and no map.”</p></article>
<footer>All rights with the Courier</footer></body></html>
