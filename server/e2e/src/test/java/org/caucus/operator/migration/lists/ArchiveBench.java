package org.caucus.operator.migration.lists;

import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.caucus.app.wiring.CarrierThreads;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.entries.VisibleEntries;
import org.caucus.coalition.lists.ListPresenter;
import org.caucus.coalition.lists.Thread;
import org.caucus.e2e.bench.OldLetters;
import org.caucus.e2e.bench.Resident;
import org.caucus.mail.mailbox.LetterArchive;
import org.caucus.platform.spill.HeapGrowthLimit;
import org.caucus.views.search.Searcher;
import org.caucus.workspace.Parties;
import org.caucus.workspace.Workspace;

/** {@code infra/bench/archive}: an archive brought in, and looked through. */
public final class ArchiveBench {
  private static final int SEARCHES = 4_000;
  private static final int CLIENTS = 8;
  private static final int PAGES = 2_000;

  private final Random random = new Random(1);
  private final OldLetters old = new OldLetters(random);
  private final int letters;
  private final int archives;

  private ArchiveBench(int letters, int archives) {
    this.letters = letters;
    this.archives = archives;
  }

  /** How many letters, and how many such archives come in one after the other. */
  public static void main(String[] args) throws Exception {
    CarrierThreads.set(); // as a server does, and watches its heap
    HeapGrowthLimit.watch();
    new ArchiveBench(Integer.parseInt(args[0]), Integer.parseInt(args[1])).run();
  }

  private void run() throws Exception {
    Path directory = Files.createTempDirectory("archive-bench");
    Path box = directory.resolve("box");
    old.write(box, 0, letters);
    try (OldList list = new OldList(directory.resolve("data"));
        Searcher searcher = new Searcher()) {
      ListArchiveImport.Report report =
          list.bring(box, LetterArchive.Kind.MBOXRD, Audience.everyone());
      Workspace state = list.state();
      long began = System.nanoTime();
      searcher.ask(state, Parties.AMINA, old.word());
      long indexed = (System.nanoTime() - began) / 1_000_000;
      say(
          new JsonObject()
              .put("what", "import")
              .put("letters", report.count(ImportOutcome.What.IMPORTED))
              .put("different", report.count(ImportOutcome.What.DIFFERENT))
              .put("box_bytes", Files.size(box))
              .put("import_ms", report.importMillis())
              .put("index_ms", indexed)
              .put("index_bytes", searcher.bytes())
              .put("a_second", letters * 1000L / (report.importMillis() + indexed))
              .put("rss_mib", Resident.mib()));
      for (int more = 1; more < archives; more++) {
        old.write(box, more, letters);
        ListArchiveImport.Report next =
            list.bring(box, LetterArchive.Kind.MBOXRD, Audience.everyone());
        say(
            new JsonObject()
                .put("what", "another import")
                .put("letters", next.count(ImportOutcome.What.IMPORTED))
                .put("import_ms", next.importMillis())
                .put("rss_mib", Resident.mib()));
      }
      state = list.state();
      searches(searcher, state, 1);
      searches(searcher, state, 1);
      searches(searcher, state, CLIENTS);
      pages(state);
      pages(state);
    }
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private static void say(JsonObject line) {
    System.out.println(line.put("cores", Runtime.getRuntime().availableProcessors()).encode());
  }

  /** Each search in a virtual thread of its own, from when it is asked, as calls of the API are. */
  private void searches(Searcher searcher, Workspace state, int clients) throws Exception {
    List<String> questions = new ArrayList<>();
    for (int i = 0; i < SEARCHES; i++) {
      questions.add(
          switch (i % 4) {
            case 0 -> old.word();
            case 1 -> old.word() + " " + old.word();
            case 2 -> "\"" + old.word() + " " + old.word() + "\"";
            default -> "from:\"writer " + random.nextInt(300) + "\" " + old.word();
          });
    }
    try (ExecutorService workers = Executors.newFixedThreadPool(clients);
        ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<long[]>> work = new ArrayList<>();
      for (int c = 0; c < clients; c++) {
        List<String> own = questions.subList(c * SEARCHES / clients, (c + 1) * SEARCHES / clients);
        work.add(
            () -> timed(own, q -> calls.submit(() -> searcher.page(state, Parties.BOLA, q)).get()));
      }
      List<long[]> times = new ArrayList<>();
      for (Future<long[]> done : workers.invokeAll(work)) {
        times.add(done.get());
      }
      say(told("search", times).put("clients", clients));
    }
  }

  private interface Act<A> {
    String of(A what) throws Exception;
  }

  private static <A> long[] timed(List<A> all, Act<A> act) throws Exception {
    long[] micros = new long[all.size()];
    for (int i = 0; i < micros.length; i++) {
      long began = System.nanoTime();
      if (act.of(all.get(i)).isEmpty()) {
        throw new IllegalStateException("an empty answer");
      }
      micros[i] = (System.nanoTime() - began) / 1_000;
    }
    return micros;
  }

  private static JsonObject told(String what, List<long[]> times) {
    long[] all = times.stream().flatMapToLong(LongStream::of).sorted().toArray();
    return new JsonObject()
        .put("what", what)
        .put("times", all.length)
        .put("p50_us", all[all.length / 2])
        .put("p99_us", all[all.length * 99 / 100])
        .put("most_us", all[all.length - 1]);
  }

  /** The page of the thread in which the letter in the middle is, by the length of threads. */
  private void pages(Workspace state) throws Exception {
    List<Thread> threads =
        state.lists().threads().values().stream()
            .sorted(Comparator.comparingInt((Thread t) -> state.entries().under(t.ref()).size()))
            .toList();
    Thread middle = threads.getLast();
    int before = 0;
    for (Thread thread : threads) {
      before += state.entries().under(thread.ref()).size();
      if (before >= letters / 2) {
        middle = thread;
        break;
      }
    }
    Thread[] same = new Thread[PAGES];
    Arrays.fill(same, middle);
    long[] times =
        timed(
            List.of(same),
            t ->
                new JsonObject()
                    .put("thread", ListPresenter.show(state, t, Parties.BOLA))
                    .put(
                        "entries",
                        VisibleEntries.show(
                            state,
                            VisibleEntries.entries(
                                state, t.ref(), state.lists().scope(t), Parties.BOLA),
                            state.lists().scope(t),
                            Parties.BOLA))
                    .encode());
    say(
        told("thread page", List.of(times))
            .put("threads", threads.size())
            .put("entries", state.entries().under(middle.ref()).size())
            .put("longest", state.entries().under(threads.getLast().ref()).size()));
  }
}
