const { page } = require("../lib/parts.js");

module.exports.render = ({ title, content, page: { url } }) =>
  page({ title, url }, `<h1 class="title">${title}</h1><div class="prose">${content}</div>`);
