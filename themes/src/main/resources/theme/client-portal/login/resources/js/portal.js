// Everything here only makes a page more comfortable; each page works without it.
import "./session.js";
import "./forms.js";
import "./countdown.js";
import "./code.js";
import "./link.js";
import "./companies.js";
