package org.caucus.e2e.story;

import java.time.Duration;
import java.time.Instant;
import org.caucus.app.demo.Demo;
import org.caucus.app.settings.Settings;

/** The demo in a process whose clock is so many days ahead. */
final class Ahead {
  private Ahead() {}

  /** Entry point. */
  public static void main(String[] args) throws InterruptedException {
    Duration ahead = Duration.ofDays(Long.parseLong(args[0]));
    Settings settings = Settings.from(System.getenv()::get);
    Demo unused = Demo.start(settings, System.out, () -> Instant.now().plus(ahead));
    Thread.currentThread().join();
  }
}
