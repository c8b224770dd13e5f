"use strict";
// What the other scripts are written with.
window.on = (event, listener, capture) => document.addEventListener(event, listener, capture);
