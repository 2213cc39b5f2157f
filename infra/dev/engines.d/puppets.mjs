// Chromium (its own protocol) and Firefox (WebDriver BiDi), as puppeteer-core speaks to them.
import puppeteer from 'puppeteer-core';

const OPTIONS = {
  chromium: { browser: 'chrome', executablePath: '/usr/bin/chromium', headless: true, args: ['--no-sandbox', '--lang=en-GB'], ignoreDefaultArgs: ['--hide-scrollbars'] },
  firefox: { browser: 'firefox', executablePath: '/usr/bin/firefox-esr', headless: true, extraPrefsFirefox: { 'intl.accept_languages': 'en-GB', 'widget.non-native-theme.scrollbar.style': 4, 'ui.useOverlayScrollbars': 0 } },
};

export async function puppet(engine) {
  const browser = await puppeteer.launch(OPTIONS[engine]);
  const page = (await browser.pages())[0] ?? (await browser.newPage());
  const said = [];
  page.on('console', (message) => message.type() === 'error' && said.push(message.text()));
  page.on('pageerror', (error) => said.push(String(error)));
  return {
    name: `${engine} ${(await browser.version()).replace(/^\D*/, '')}`,
    size: (width, height) => page.setViewport({ width, height }),
    open: (url) => page.goto(url, { waitUntil: 'domcontentloaded' }),
    run: (script, ...args) => page.evaluate((script, args) => new Function('...args', script)(...args), script, args),
    press: (x, y) => page.mouse.click(x, y, { delay: 90 }),
    type: (text) => page.keyboard.type(text),
    key: (key) => page.keyboard.press(key),
    attach: async (css, path) => (await page.$(css)).uploadFile(path),
    picture: (path) => page.screenshot({ path }),
    complaints: async () => said.splice(0),
    close: () => browser.close(),
  };
}
