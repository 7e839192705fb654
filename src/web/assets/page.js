/* page.js - what pages do better with JavaScript; everything works without it. */
"use strict";
(function () {
  var all = function (what, at) { return Array.prototype.slice.call((at || document).querySelectorAll(what)); };
  var one = function (what, at) { return (at || document).querySelector(what); };

  /* A choice applies when it is made; words when they are sent. */
  all("form[data-auto]").forEach(function (form) {
    form.addEventListener("change", function (e) {
      if (/SELECT/.test(e.target.tagName) || e.target.type === "checkbox") form.requestSubmit();
    });
  });
  all("[data-back]").forEach(function (b) {
    b.hidden = history.length < 2;
    b.addEventListener("click", function () { history.back(); });
  });
  all("[data-print]").forEach(function (b) {
    b.hidden = false;
    b.addEventListener("click", function () { window.print(); });
  });

  /* The browser's own words for choosing a file are in its language, not in ours. */
  all("input[type=file]").forEach(function (input) {
    if (input.closest("[data-drop]")) { input.classList.add("hide"); return; }
    var button = document.createElement("span"), name = document.createElement("span");
    button.className = "button"; button.textContent = "Chọn tệp";
    name.className = "soft chosen"; name.textContent = "Chưa chọn tệp";
    input.classList.add("hide");
    input.after(button, " ", name);
    input.addEventListener("change", function () {
      name.textContent = Array.prototype.map.call(input.files, function (f) { return f.name; }).join(", ") || "Chưa chọn tệp";
    });
  });

  /* Of the empty lines of a form one is shown; a button brings the next. */
  all("fieldset.rows").forEach(function (set) {
    var empty = all("tbody tr", set).filter(function (tr) {
      return !all("input:not([type=hidden]),textarea", tr).some(function (x) { return x.value; });
    }).slice(1);
    if (!empty.length) return;
    empty.forEach(function (tr) { tr.hidden = true; });
    var more = document.createElement("button");
    more.type = "button"; more.className = "button"; more.textContent = "Thêm dòng";
    more.addEventListener("click", function () {
      var tr = empty.shift();
      tr.hidden = false;
      one("input:not([type=hidden]),textarea,select", tr).focus();
      more.hidden = !empty.length;
    });
    set.append(more);
  });

  /* A line that grows is a line still: Enter sends the form, as in any other. */
  document.addEventListener("keydown", function (e) {
    if (e.key !== "Enter" || e.isComposing || !e.target.matches("textarea.line")) return;
    e.preventDefault();
    e.target.form.requestSubmit(one(".button.main", e.target.form));
  });

  /* Uploads: each file is sent by itself, has a line with its progress, and is answered by
     the line that the server makes of it. */
  all("form[data-drop]").forEach(function (form) {
    var input = one("input[type=file]", form), lines = one("[data-lines]", form), queue = [], busy = 0;
    var line = function (name) {
      var li = document.createElement("li"), b = document.createElement("b");
      var p = document.createElement("progress"), s = document.createElement("span");
      b.textContent = name; p.max = 1; p.value = 0; p.setAttribute("aria-label", name); s.className = "soft"; s.textContent = "đang chờ";
      li.append(b, " ", p, " ", s); lines.append(li);
      return li;
    };
    var fail = function (li, why) {
      one("progress", li).remove();
      var s = one("span", li); s.className = "late"; s.textContent = why; li.className = "unread";
    };
    /* What came in stands in the list below at once; one renewal at a time, and one after the last file. */
    var list = one("[data-list]"), renewing = false, again = false;
    var renew = function () {
      if (!list) return;
      if (renewing) { again = true; return; }
      renewing = true;
      fetch(location.href).then(function (r) { return r.ok ? r.text() : Promise.reject(); }).then(function (words) {
        var fresh = one("[data-list]", new DOMParser().parseFromString(words, "text/html"));
        if (fresh && !list.contains(document.activeElement)) list.replaceChildren.apply(list, Array.prototype.map.call(fresh.childNodes, function (n) { return document.importNode(n, true); }));
      }).catch(function () { /* the list as it was */ }).then(function () {
        renewing = false;
        if (again) { again = false; renew(); }
      });
    };
    var next = function () {
      if (busy >= 2 || !queue.length) return;
      var job = queue.shift(), x = new XMLHttpRequest(), data = new FormData();
      busy++;
      data.append("csrf", form.elements.csrf.value);
      data.append(input.name, job.file);
      x.open("POST", form.getAttribute("action"));
      x.setRequestHeader("HX-Request", "true");
      x.upload.addEventListener("progress", function (e) {
        if (!e.lengthComputable) return;
        one("progress", job.li).value = e.loaded / e.total;
        one("span", job.li).textContent = e.loaded < e.total ? "đang gửi " + Math.round(100 * e.loaded / e.total) + "%" : "đang đọc văn bản…";
      });
      x.addEventListener("loadend", function () {
        var page = new DOMParser().parseFromString("<ul>" + x.responseText + "</ul>", "text/html"), got = one("li.read,li.unread", page), why = one(".problem,main .card>p:not(.code)", page);
        if (x.status === 200 && got) {
          job.li.replaceWith(document.adoptNode(got));
          if (!queue.length && busy === 1 && one("a", lines)) one("a", lines).focus(); /* Enter goes on */
        }
        else fail(job.li, x.status ? (why ? why.textContent : "Chưa đọc được tệp.") : "Mất kết nối. Chọn lại tệp để gửi.");
        busy--;
        renew();
        next();
      });
      one("span", job.li).textContent = "đang gửi";
      x.send(data);
      next();
    };
    var take = function (files) {
      Array.prototype.forEach.call(files, function (file) { queue.push({ file: file, li: line(file.name) }); });
      next();
    };
    input.required = false;
    ["dragover", "dragleave", "drop"].forEach(function (name) {
      document.addEventListener(name, function (e) {
        e.preventDefault();
        form.classList.toggle("over", e.type === "dragover");
        if (e.type === "drop" && e.dataTransfer && e.dataTransfer.files.length) take(e.dataTransfer.files);
      });
    });
    input.addEventListener("change", function () { take(input.files); input.value = ""; });
    form.addEventListener("submit", function (e) { e.preventDefault(); input.click(); });
  });

  /* What is not easily undone is asked about. */
  var asked = document.createElement("dialog"), asking = null;
  asked.className = "card sure";
  asked.innerHTML = '<p></p><div class="row-acts big"><button class="button main" value="1">Đồng ý</button><button class="button" autofocus>Bỏ qua</button></div>';
  document.addEventListener("submit", function (e) {
    var by = e.submitter, words = by && by.dataset.sure;
    if (!words || by.dataset.agreed) return;
    e.preventDefault();
    asking = by;
    one("p", asked).textContent = words;
    document.body.append(asked);
    asked.showModal();
  });
  asked.addEventListener("click", function (e) {
    if (e.target.tagName !== "BUTTON") return;
    asked.close();
    if (!e.target.value) return;
    asking.dataset.agreed = "1";
    asking.form.requestSubmit(asking);
  });

  /* A form is sent once, and shows that it is on its way. */
  document.addEventListener("submit", function (e) {
    if (e.defaultPrevented) return;
    if (e.target.dataset.sent) { e.preventDefault(); return; }
    e.target.dataset.sent = "1";
    if (e.submitter) e.submitter.setAttribute("aria-busy", "true");
  });
  window.addEventListener("pageshow", function () { all("form").forEach(function (f) { delete f.dataset.sent; }); all("[aria-busy]").forEach(function (b) { b.removeAttribute("aria-busy"); delete b.dataset.agreed; }); });

  /* The bodies to choose from come with the first field that asks for one. */
  document.addEventListener("focusin", function (e) {
    var list = e.target.list, from = list && list.dataset.from;
    if (!from) return;
    delete list.dataset.from;
    fetch(from).then(function (r) { return r.ok ? r.text() : Promise.reject(); }).then(function (words) {
      all("option", new DOMParser().parseFromString(words, "text/html")).forEach(function (o) { list.append(document.adoptNode(o)); });
    }).catch(function () { list.dataset.from = from; });
  });

  /* What was done is told first, and the keyboard goes on from there. */
  var told = one("main > .notice");
  if (told && !one("[data-review]") && !location.hash) { told.tabIndex = -1; told.focus({ preventScroll: true }); }

  /* One key leads to the search box from everywhere. */
  document.addEventListener("keydown", function (e) {
    if (e.key !== "/" || e.ctrlKey || e.altKey || e.metaKey || /INPUT|TEXTAREA|SELECT/.test(e.target.tagName)) return;
    var box = one(".find input");
    if (box) { box.focus(); box.select(); e.preventDefault(); }
  });

  /* A row of entries wider than the screen shows the one that is here. */
  all(".side nav .here,.tabs .here").forEach(function (a) {
    var row = a.parentElement;
    if (row.scrollWidth > row.clientWidth) row.scrollLeft = a.offsetLeft - (row.clientWidth - a.offsetWidth) / 2;
  });

  /* A menu closes when one presses elsewhere. */
  document.addEventListener("click", function (e) {
    all("details.me[open]").forEach(function (d) { if (!d.contains(e.target)) d.open = false; });
  });

  /* Words on the left and their record on the right show each other. */
  var split = one(".split");
  if (split) {
    var light = function (id, on) {
      all("[data-duty]", split).forEach(function (m) { if (m.dataset.duty === id) m.classList.toggle("lit", on); });
      all("[data-card]", split).forEach(function (c) { if (c.dataset.card === id) c.classList.toggle("lit", on); });
    };
    ["mouseover", "mouseout", "focusin", "focusout"].forEach(function (name) {
      split.addEventListener(name, function (e) {
        var at = e.target.closest("[data-duty],[data-card]");
        if (at) light(at.dataset.duty || at.dataset.card, name === "mouseover" || name === "focusin");
      });
    });
    split.addEventListener("focusin", function (e) {
      var card = e.target.closest("[data-card]"), paper = one(".paper", split);
      var mark = card && one('[data-duty="' + card.dataset.card + '"]', split);
      if (mark && getComputedStyle(paper).position === "sticky")
        paper.scrollTop += mark.getBoundingClientRect().top - paper.getBoundingClientRect().top - paper.clientHeight / 3;
    });
  }

  var review = one("[data-review]");
  if (!review) return;
  var cards = all("article[tabindex]", review), add = one("#them"), keys = one(".keys"), floating = one("[data-mark]"), here = -1;

  /* After a decision the page comes back to the card that took the place of the last. */
  try {
    var was = JSON.parse(sessionStorage.getItem("ra-soat") || "null");
    sessionStorage.removeItem("ra-soat");
    if (was && was.at === location.pathname && cards.length) { here = Math.min(was.n, cards.length - 1); cards[here].focus(); }
  } catch (x) { /* without a memory it begins at the top */ }
  review.addEventListener("submit", function (e) {
    var card = e.target.closest("article[tabindex]");
    try { if (card) sessionStorage.setItem("ra-soat", JSON.stringify({ at: location.pathname, n: cards.indexOf(card) })); } catch (x) { /* as above */ }
  });
  review.addEventListener("focusin", function (e) {
    var card = e.target.closest("article[tabindex]");
    if (card) here = cards.indexOf(card);
  });

  /* The forms of a card come when they are asked for; a link brings them to who has no scripts. */
  review.addEventListener("click", function (e) {
    var link = e.target.closest("a[data-open]"), card = link && link.closest("article[tabindex]");
    if (!card || e.ctrlKey || e.metaKey || e.shiftKey) return;
    e.preventDefault();
    fetch(link.href).then(function (r) { return r.ok ? r.text() : Promise.reject(); }).then(function (words) {
      var fresh = document.adoptNode(new DOMParser().parseFromString(words, "text/html").getElementById(card.id));
      card.replaceWith(fresh);
      cards = all("article[tabindex]", review);
      here = cards.indexOf(fresh);
      one("details[open] textarea", fresh).focus();
    }).catch(function () { location.href = link.href; });
  });

  /* Marked words become a duty. */
  var marked = function () {
    var s = window.getSelection(), from = s.anchorNode && s.anchorNode.parentElement, to = s.focusNode && s.focusNode.parentElement;
    return from && to && from.closest(".text,.leaf") && to.closest(".text,.leaf") ? String(s).trim() : "";
  };
  var begin = function () {
    var words = marked();
    add.open = true;
    if (words) { one("[data-words]").value = words; one("[data-action]").value = words.replace(/\s+/g, " "); }
    floating.hidden = true;
    one("[data-action]").focus();
  };
  document.addEventListener("selectionchange", function () { floating.hidden = marked().length < 12; });
  floating.addEventListener("mousedown", function (e) { e.preventDefault(); });
  floating.addEventListener("click", begin);

  document.addEventListener("keydown", function (e) {
    if (e.ctrlKey || e.altKey || e.metaKey) return;
    if (/TEXTAREA|SELECT/.test(e.target.tagName) || (e.target.tagName === "INPUT" && e.target.type !== "checkbox")) {
      if (e.key === "Escape") e.target.blur();
      return;
    }
    var key = e.key.toLowerCase();
    if (key === "?") { keys.open = !keys.open; e.preventDefault(); }
    else if (key === "n") { begin(); e.preventDefault(); }
    else if ((key === "j" || key === "k") && cards.length) {
      here = Math.max(0, Math.min(cards.length - 1, here + (key === "j" ? 1 : -1)));
      cards[here].focus();
      e.preventDefault();
    } else if ("aldseg".indexOf(key) >= 0 && cards.length) {
      var card = e.target.closest("article[tabindex]"), button = card && one('[data-key="' + key + '"]', card);
      if (button) {
        button.click();
        var details = button.closest("details");
        if (details && details.open) one("textarea", details).focus();
        e.preventDefault();
      }
    }
  });
})();
