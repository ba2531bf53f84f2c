// SHA-256 a piece at a time: the browser's own wants the whole file in memory, and an encrypted address.
"use strict";

var Sha256 = (function () {
  var K = new Uint32Array(64);
  var START = new Uint32Array(8);

  function fraction(root) { return ((root - Math.floor(root)) * 4294967296) >>> 0; }

  (function () {
    var found = 0;
    for (var number = 2; found < 64; number += 1) {
      var prime = true;
      for (var divisor = 2; divisor * divisor <= number; divisor += 1) {
        if (number % divisor === 0) { prime = false; break; }
      }
      if (!prime) continue;
      if (found < 8) START[found] = fraction(Math.pow(number, 1 / 2));
      K[found] = fraction(Math.pow(number, 1 / 3));
      found += 1;
    }
  })();

  function Sha256() {
    this.state = new Uint32Array(START);
    this.block = new Uint8Array(64);
    this.words = new Uint32Array(64);
    this.held = 0;
    this.length = 0;
  }

  Sha256.prototype.add = function (bytes) {
    var at = 0;
    this.length += bytes.length;
    if (this.held) {
      at = Math.min(64 - this.held, bytes.length);
      this.block.set(bytes.subarray(0, at), this.held);
      this.held += at;
      if (this.held < 64) return;
      this.mix(this.block, 0);
      this.held = 0;
    }
    for (; at + 64 <= bytes.length; at += 64) this.mix(bytes, at);
    this.block.set(bytes.subarray(at), 0);
    this.held = bytes.length - at;
  };

  Sha256.prototype.mix = function (bytes, at) {
    var w = this.words;
    var s = this.state;
    var i;
    for (i = 0; i < 16; i += 1, at += 4) {
      w[i] = (bytes[at] << 24) | (bytes[at + 1] << 16) | (bytes[at + 2] << 8) | bytes[at + 3];
    }
    for (; i < 64; i += 1) {
      var x = w[i - 15];
      var y = w[i - 2];
      var s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
      var s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
      w[i] = (w[i - 16] + s0 + w[i - 7] + s1) | 0;
    }
    var a = s[0], b = s[1], c = s[2], d = s[3], e = s[4], f = s[5], g = s[6], h = s[7];
    for (i = 0; i < 64; i += 1) {
      var e1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
      var t1 = (h + e1 + ((e & f) ^ (~e & g)) + K[i] + w[i]) | 0;
      var a0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
      var t2 = (a0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g; g = f; f = e; e = (d + t1) | 0; d = c; c = b; b = a; a = (t1 + t2) | 0;
    }
    s[0] += a; s[1] += b; s[2] += c; s[3] += d; s[4] += e; s[5] += f; s[6] += g; s[7] += h;
  };

  Sha256.prototype.hex = function () {
    var bits = this.length * 8;
    var end = new Uint8Array(this.held < 56 ? 64 - this.held : 128 - this.held);
    end[0] = 128;
    var view = new DataView(end.buffer);
    view.setUint32(end.length - 8, Math.floor(bits / 4294967296));
    view.setUint32(end.length - 4, bits >>> 0);
    this.add(end);
    return Array.from(this.state, function (word) { return ("0000000" + word.toString(16)).slice(-8); }).join("");
  };

  return Sha256;
})();
