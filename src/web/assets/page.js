/* page.js - what pages do better with JavaScript; everything works without it. */
"use strict";
(function () {
  var all = function (what, at) { return Array.prototype.slice.call((at || document).querySelectorAll(what)); };

  /* A filter applies when it is chosen. */
  all("form[data-auto]").forEach(function (form) {
    form.classList.add("auto");
    form.addEventListener("change", function () { form.submit(); });
  });

  /* Files dropped on the page are those of its form. */
  all("form[data-drop]").forEach(function (form) {
    var input = form.querySelector("input[type=file]"), busy = form.querySelector("[data-busy]");
    var stop = function (e) { e.preventDefault(); form.classList.toggle("over", e.type === "dragover"); };
    ["dragover", "dragleave", "drop"].forEach(function (name) { document.addEventListener(name, stop); });
    document.addEventListener("drop", function (e) {
      if (e.dataTransfer && e.dataTransfer.files.length) {
        input.files = e.dataTransfer.files;
        form.requestSubmit();
      }
    });
    form.addEventListener("submit", function () {
      busy.hidden = false;
      form.querySelector("button").disabled = true;
    });
  });

  /* A form is sent once. */
  document.addEventListener("submit", function (e) {
    if (e.target.dataset.sent) { e.preventDefault(); return; }
    e.target.dataset.sent = "1";
  });
  window.addEventListener("pageshow", function () { all("form").forEach(function (f) { delete f.dataset.sent; }); });

  /* Review: words on the left and their record on the right show each other. */
  var review = document.querySelector(".split");
  if (review) {
    var light = function (id, on) {
      all("[data-duty]", review).forEach(function (m) { if (m.dataset.duty === id) m.classList.toggle("lit", on); });
      all("[data-card]", review).forEach(function (c) { if (c.dataset.card === id) c.classList.toggle("lit", on); });
    };
    ["mouseover", "mouseout", "focusin", "focusout"].forEach(function (name) {
      review.addEventListener(name, function (e) {
        var at = e.target.closest("[data-duty],[data-card]");
        if (at) light(at.dataset.duty || at.dataset.card, name === "mouseover" || name === "focusin");
      });
    });
    review.addEventListener("focusin", function (e) {
      var card = e.target.closest("[data-card]");
      var mark = card && review.querySelector('[data-duty="' + card.dataset.card + '"]');
      if (mark) mark.scrollIntoView({ block: "center" });
    });
    document.addEventListener("mouseup", function () {
      var words = String(window.getSelection()), to = document.querySelector("[data-words]");
      var from = window.getSelection().anchorNode;
      if (to && words.length > 20 && from && from.parentElement && from.parentElement.closest(".text")) to.value = words;
    });
  }
  var cards = all("[data-review] article[tabindex]"), here = -1;
  document.addEventListener("keydown", function (e) {
    if (!cards.length || e.ctrlKey || e.altKey || e.metaKey || /INPUT|TEXTAREA|SELECT/.test(e.target.tagName)) return;
    var key = e.key.toLowerCase();
    if (key === "j" || key === "k") {
      here = Math.max(0, Math.min(cards.length - 1, here + (key === "j" ? 1 : -1)));
      cards[here].focus();
      e.preventDefault();
    } else if ("aldse".indexOf(key) >= 0) {
      var card = e.target.closest("[data-card]") || cards[0], button = card.querySelector('[data-key="' + key + '"]');
      if (button) { button.click(); e.preventDefault(); }
    }
  });
})();
