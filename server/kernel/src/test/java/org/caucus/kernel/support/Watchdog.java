package org.caucus.kernel.support;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * No test keeps the suite for ever. JUnit interrupts a method after the time that {@code
 * junit-platform.properties} gives; an interrupt does not end every wait, such as one for the words
 * of another process. So what stands longer says where, with all its threads, and loses the
 * processes that it started; what stands even then ends this process, which Surefire reports. Found
 * by {@code META-INF/services}.
 */
public final class Watchdog
    implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {
  /** Longer than JUnit gives a method; then its threads are printed and its processes end. */
  static final Duration STUCK = Duration.ofMinutes(7);

  /** Then this process of tests ends. */
  static final Duration LOST = Duration.ofMinutes(10);

  private static final Duration LOOK_EVERY = Duration.ofSeconds(5);
  private static final int EXIT = 70;

  private static final AtomicReference<@Nullable Step> NOW = new AtomicReference<>();

  static {
    Thread.ofPlatform().daemon().name("watchdog").start(Watchdog::watch);
  }

  /** A test, or what stands before and after the tests of a class. */
  private record Step(String name, long sinceNanos) {
    static Step of(ExtensionContext context) {
      String name =
          context.getRequiredTestClass().getName()
              + context.getTestMethod().map(m -> "." + m.getName()).orElse("");
      return new Step(name, System.nanoTime());
    }

    boolean isOlderThan(Duration age) {
      return System.nanoTime() - sinceNanos > age.toNanos();
    }
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    NOW.set(Step.of(context));
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    NOW.set(Step.of(context));
  }

  @Override
  public void afterEach(ExtensionContext context) {
    NOW.set(Step.of(context.getParent().orElse(context)));
  }

  @Override
  public void afterAll(ExtensionContext context) {
    NOW.set(null);
  }

  private static void watch() {
    Step told = null;
    while (true) {
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
      Step now = NOW.get();
      if (now != null && !now.equals(told) && now.isOlderThan(STUCK)) {
        told = now;
        System.out.println("STUCK: " + now.name() + "\n" + threads());
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
      }
      if (now != null && now.equals(told) && now.isOlderThan(LOST)) {
        System.out.println("LOST: " + now.name() + " does not end; its process ends");
        Runtime.getRuntime().halt(EXIT);
      }
    }
  }

  /** All threads, virtual ones too. */
  static String threads() {
    try {
      Path folder = Files.createTempDirectory("threads");
      Path dump = folder.resolve("dump.txt");
      ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
          .dumpThreads(dump.toString(), ThreadDumpFormat.TEXT_PLAIN);
      String text = Files.readString(dump);
      Files.delete(dump);
      Files.delete(folder);
      return text;
    } catch (IOException e) {
      return "threads could not be written: " + e;
    }
  }
}
