// A door between browser and server. Shut, it cuts what is open and lets nothing in, as a line that is gone does.
import net from 'node:net';

export class Door {
  #shut = false;
  #open = new Set();
  #server;

  /** Pages come in at `port` and go on to `behind`. */
  async listen(port, behind) {
    this.#server = net.createServer((browser) => {
      if (this.#shut) return browser.destroy();
      const server = net.connect(behind, '127.0.0.1');
      for (const [from, to] of [[browser, server], [server, browser]]) {
        this.#open.add(from);
        from.on('error', () => to.destroy());
        from.on('close', () => (this.#open.delete(from), to.destroy()));
        from.pipe(to);
      }
    });
    await new Promise((done) => this.#server.listen(port, 'localhost', done));
  }
  shut() {
    this.#shut = true;
    for (const socket of this.#open) socket.destroy();
  }
  unlock() {
    this.#shut = false;
  }
  close() {
    this.shut();
    this.#server.close();
  }
}
