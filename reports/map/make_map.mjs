// Projects the npm packages' TopoJSON into the outlines that the reports draw: node make_map.mjs STATES_CSV TARGET
//
// All that is hard on a map (rings that cross its edge, curved edges, clipping) is done here once, by d3-geo; the
// program adds towns with the projection's own formula, whose control points stand in the file for its test.
//
// world.txt  land in Equal Earth, centred on 90 degrees west, so that the edge runs through Asia and no line from an
//            American town has to cross it; without Antarctica, where no town has a partner.
// states.txt the states in Albers USA, with Alaska and Hawaii as insets, as us-atlas has them.
//
// Lines: a kind (outline, land, or a state, its postal code, and the middle and radius of the
// largest circle in it, where its name has most room), then one ring a line, whole numbers: the first point, then
// steps from point to point. 2000 of them are one unit of the projection; for the states, 10 are one of its points.

import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { geoEqualEarth, geoPath, geoIdentity } from "d3-geo";
import polylabel from "polylabel";
import { feature } from "topojson-client";
import { presimplify, simplify, filter, filterWeight, sphericalTriangleArea, sphericalRingArea, planarRingArea } from "topojson-simplify";

const require = createRequire(import.meta.url);
const [statesCsv, target] = process.argv.slice(2);
const load = (name) => JSON.parse(readFileSync(require.resolve(name), "utf8"));

const SCALE = 2000;
const CENTRE = -90;
const NORTH = 80;
const SOUTH = -57;
const SMALLEST_DETAIL = 1.2e-5; // steradians: what a line of half a point shows on a page's width
const SMALLEST_ISLAND = 1.5e-5;

/** Takes the drawing of a d3 path and keeps its rings as whole numbers. */
class Rings {
  constructor(scale) {
    this.scale = scale;
    this.rings = [];
  }
  moveTo(x, y) {
    this.rings.push([]);
    this.lineTo(x, y);
  }
  lineTo(x, y) {
    const ring = this.rings[this.rings.length - 1];
    const point = [Math.round(x * this.scale), Math.round(y * this.scale)];
    const last = ring[ring.length - 1];
    if (!last || last[0] !== point[0] || last[1] !== point[1]) ring.push(point);
  }
  closePath() {}
  lines() {
    return this.rings
      .filter((ring) => ring.length > 3)
      .map((ring) => ring.map((p, i) => (i ? [p[0] - ring[i - 1][0], p[1] - ring[i - 1][1]] : p).join(" ")).join(" "));
  }
}

function draw(path, shape, scale) {
  const rings = new Rings(scale);
  path.context(rings)(shape);
  return rings.lines();
}

const projection = geoEqualEarth().rotate([-CENTRE, 0]).scale(1).translate([0, 0]).precision(0.001);
const top = projection([CENTRE, NORTH])[1];
const bottom = projection([CENTRE, SOUTH])[1];
projection.clipExtent([[-10, top], [10, bottom]]);

let world = presimplify(load("world-atlas/land-50m.json"), sphericalTriangleArea);
world = simplify(world, SMALLEST_DETAIL);
world = filter(world, filterWeight(world, SMALLEST_ISLAND, sphericalRingArea));
const land = feature(world, world.objects.land);
const path = geoPath(projection);
const controls = [[-90, 0], [-97.3, 32.8], [6.6, 49.8], [140.4, 37.4], [151.2, -33.9], [89, 60], [-179, -18]];
writeFileSync(
  `${target}/world.txt`,
  [
    ...controls.map((c) => `control ${[...c, ...projection(c).map((n) => n.toFixed(6))].join(" ")}`),
    "outline", ...draw(path, { type: "Sphere" }, SCALE),
    "land", ...draw(path, land, SCALE),
  ].join("\n") + "\n");

let us = presimplify(load("us-atlas/states-albers-10m.json"));
us = simplify(us, 0.6);
us = filter(us, filterWeight(us, 4, planarRingArea));
// us-atlas knows states by their FIPS code, the registry by their postal one.
const codes = new Map(
  readFileSync(statesCsv, "utf8").split("\n").slice(1).filter((line) => line).map((line) => [line.split(",").pop().trim(), line.slice(0, 2)]));
const flat = geoPath(geoIdentity());
const states = feature(us, us.objects.states).features.sort((a, b) => a.id.localeCompare(b.id));
writeFileSync(
  `${target}/states.txt`,
  states.flatMap((state) => {
    const polygons = state.geometry.type === "Polygon" ? [state.geometry.coordinates] : state.geometry.coordinates;
    const spot = polygons.map((polygon) => polylabel(polygon, 0.1)).reduce((a, b) => (a.distance > b.distance ? a : b));
    const numbers = [spot[0], spot[1], spot.distance].map((n) => Math.round(n * 10));
    return [`state ${codes.get(state.id)} ${numbers.join(" ")}`, ...draw(flat, state, 10)];
  }).join("\n") + "\n");
