package org.caucus.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The plan of the house: which package may know which, and what nobody may do anywhere. */
class ArchitectureTest {
  /**
   * The file of rows: package, arrow, the packages it may import. {@code *} is all of them, and
   * nobody may import {@code notices} or {@code demo}, which are therefore in no row. A package
   * that is not here may not exist: give it its row, and with it a thought.
   */
  private static final String ALLOWED = "/architecture.txt";

  /** Packages of others that only some of ours may see. */
  private static final Map<String, Set<String>> FOREIGN =
      Map.ofEntries(
          Map.entry("com.mongodb", Set.of("platform.store")),
          Map.entry(
              "org.bson",
              Set.of(
                  "platform.store",
                  "platform.eventlog",
                  "platform.eventlog.keys",
                  "platform.eventlog.keys.rotation",
                  "platform.eventlog.cluster.leases")),
          Map.entry("de.bwaldvogel", Set.of("platform.store", "platform.store.embedded")),
          Map.entry(
              "com.google.crypto.tink",
              Set.of(
                  "platform.eventlog.keys",
                  "platform.eventlog.archive",
                  "platform.eventlog.audit",
                  "platform.eventlog.cluster.bus")),
          Map.entry("org.bouncycastle", Set.of("platform.eventlog.archive")),
          Map.entry("org.apache.tika", Set.of("coalition.entries.attachments")),
          Map.entry("org.jgroups", Set.of("platform.eventlog.cluster")),
          Map.entry("org.infinispan", Set.of("platform.eventlog.cluster")),
          Map.entry("com.amazon.corretto", Set.of("platform.crypto")),
          Map.entry("org.subethamail", Set.of("mail.smtp.server", "mail.smtp.catchall")),
          Map.entry("org.xbill.DNS", Set.of("mail.auth.dns")),
          Map.entry("org.apache.james", Set.of("mail.message", "mail.message.text")),
          Map.entry("io.vertx.ext.auth", Set.of("identity.passkeys")),
          Map.entry("com.webauthn4j", Set.of("identity.passkeys")),
          Map.entry("org.apache.lucene", Set.of("views.search", "views.search.analysis")),
          Map.entry("org.owasp.html", Set.of("mail.message.html")),
          Map.entry("io.vertx.ext.mail", Set.of("messaging.delivery")));

  /** First level of packages, from the ground up. */
  private static final List<String> MODULES =
      List.of(
          "reading",
          "kernel",
          "platform",
          "http",
          "mail",
          "identity",
          "coalition",
          "workspace",
          "messaging",
          "views",
          "operator",
          "app");

  /** Capabilities with things of their own, by their folders in {@code coalition}. */
  private static final List<String> CAPABILITIES =
      List.of("lists", "trackers", "updates", "actions", "moderation");

  /** These put everything together, so they may know everything. */
  private static final Set<String> WIRING = Set.of("org.caucus.app", "org.caucus.app.wiring");

  private static final String NEWEST = "coalition.reviews";

  /** Files of the house that one capability may make one edit. */
  private static final int MAX_FILES_OUTSIDE = 8;

  /** The ratchet: it may only be lowered. */
  private static final int MAX_FILES_ACROSS_CAPABILITIES = 65;

  private static final Pattern PURE =
      Pattern.compile("\\w*Decider|Posting|Access|Audience|IssueLabels");

  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("org.caucus");

  @Test
  void packagesKnowOnlyTheirNeighbours() {
    Map<String, Set<String>> allowed = table();
    Map<String, Set<String>> seen = edges();

    assertThat(allowed.keySet()).as("packages with a row").containsAll(seen.keySet());
    List<String> wrong = new ArrayList<>();
    seen.forEach(
        (from, targets) ->
            targets.stream()
                .filter(to -> !allowed.get(from).contains(to) && !allowed.get(from).contains("*"))
                .forEach(to -> wrong.add(from + " -> " + to)));
    assertThat(wrong).as("edges that are not in the plan").isEmpty();
  }

  /** The modules in their order: each knows only those before it. */
  @Test
  void modulesKnowOnlyThoseAboveThem() {
    List<String> wrong = new ArrayList<>();
    edges()
        .forEach(
            (from, targets) ->
                targets.stream()
                    .filter(to -> MODULES.indexOf(module(to)) > MODULES.indexOf(module(from)))
                    .forEach(to -> wrong.add(from + " -> " + to)));

    assertThat(MODULES).containsAll(edges().keySet().stream().map(p -> module(p)).toList());
    assertThat(wrong).as("arrows that go up").isEmpty();
  }

  /**
   * Files that know two or more capabilities beside their own. Each is one more place to edit when
   * a capability comes, so the number only falls: ask {@code workspace.Capabilities} instead.
   */
  @Test
  void noMoreFilesThanBeforeKnowManyCapabilities() {
    Map<String, Set<String>> known = new TreeMap<>();
    for (JavaClass type : HOUSE) {
      Set<String> others = known.computeIfAbsent(outermost(type), t -> new TreeSet<>());
      for (var d : type.getDirectDependenciesFromSelf()) {
        capability(d.getTargetClass())
            .filter(other -> !capability(type).equals(Optional.of(other)))
            .ifPresent(others::add);
      }
    }
    List<String> many =
        known.entrySet().stream()
            .filter(e -> e.getValue().size() > 1)
            .map(e -> e.getKey() + " knows " + e.getValue())
            .toList();

    assertThat(many).hasSizeLessThanOrEqualTo(MAX_FILES_ACROSS_CAPABILITIES);
    if (many.size() < MAX_FILES_ACROSS_CAPABILITIES) {
      System.out.println("MAX_FILES_ACROSS_CAPABILITIES can be lowered to " + many.size());
    }
  }

  /** The newest capability: what is outside its folder and knows it was edited for it. */
  @Test
  void fewFilesKnowTheNewestCapability() {
    Set<String> outside = new TreeSet<>();
    for (JavaClass type : HOUSE) {
      boolean knows =
          type.getDirectDependenciesFromSelf().stream()
              .anyMatch(d -> home(d.getTargetClass()).startsWith(NEWEST));
      if (knows && !home(type).startsWith(NEWEST)) {
        outside.add(outermost(type));
      }
    }

    assertThat(outside).contains("Capabilities").hasSizeLessThanOrEqualTo(MAX_FILES_OUTSIDE);
  }

  private static Optional<String> capability(JavaClass type) {
    String home = home(type);
    return CAPABILITIES.stream()
        .filter(c -> home.equals("coalition." + c) || home.startsWith("coalition." + c + "."))
        .findFirst();
  }

  @Test
  void nobodyImportsNoticesOrTheDemo() {
    edges()
        .forEach(
            (from, targets) ->
                assertThat(targets)
                    .as(from)
                    .doesNotContain("app.demo")
                    .doesNotContain("messaging.notifications"));
  }

  /** The parts of a capability may stand in folders below it and use each other. */
  @Test
  void packagesDependOnEachOtherInNoCircleButWithinACapability() {
    Map<String, Set<String>> edges = edges();
    List<String> circles =
        edges.keySet().stream()
            .filter(from -> !from.startsWith("coalition."))
            .flatMap(
                from ->
                    edges.get(from).stream()
                        .filter(to -> reaches(edges, to, from, new HashSet<>()))
                        .map(to -> from + " -> " + to))
            .sorted()
            .toList();
    assertThat(circles).isEmpty();
    edges.forEach(
        (from, targets) ->
            assertThat(targets)
                .filteredOn(to -> reaches(edges, to, from, new HashSet<>()))
                .allMatch(to -> isOfOneCapability(from, to)));
  }

  private static boolean isOfOneCapability(String one, String other) {
    return Stream.of(one, other)
            .map(home -> home.split("\\.", 3))
            .map(parts -> parts[0] + "." + parts[1])
            .distinct()
            .count()
        == 1;
  }

  private static boolean reaches(
      Map<String, Set<String>> edges, String from, String to, Set<String> seen) {
    return seen.add(from)
        && (from.equals(to)
            || edges.getOrDefault(from, Set.of()).stream()
                .anyMatch(next -> reaches(edges, next, to, seen)));
  }

  @Test
  void httpTakesOnlyTheExceptionsOfTheDatabase() {
    assertThat(targets("http", "platform.store"))
        .allMatch(name -> name.startsWith("org.caucus.platform.store.DatabaseException"));
  }

  @Test
  void onlyRoutesOfACapabilityKnowHttp() {
    for (JavaClass type : HOUSE) {
      String home = home(type);
      if (Set.of(
              "coalition.access",
              "coalition.access.membership",
              "coalition.access.handover",
              "coalition.lists",
              "coalition.lists.subscriptions",
              "coalition.trackers",
              "coalition.updates",
              "coalition.actions",
              "coalition.moderation",
              "coalition.mailcommands",
              "coalition.access.audience",
              "coalition.access.viewas")
          .contains(home)) {
        boolean knows =
            type.getDirectDependenciesFromSelf().stream()
                .anyMatch(d -> home(d.getTargetClass()).equals("http"));
        assertThat(knows && !outermost(type).endsWith("Routes")).as(type.getName()).isFalse();
      }
    }
  }

  @Test
  void foreignPartsStayWhereTheyAreWrapped() {
    List<String> wrong = new ArrayList<>();
    for (JavaClass type : HOUSE) {
      for (var d : type.getDirectDependenciesFromSelf()) {
        FOREIGN.forEach(
            (foreign, homes) -> {
              if (d.getTargetClass().getPackageName().startsWith(foreign)
                  && !homes.contains(home(type))) {
                wrong.add(type.getName() + " -> " + foreign);
              }
            });
        if (d.getTargetClass().getPackageName().startsWith("io.vertx.ext.web")
            && !Set.of("", "http", "http.filters", "app.demo").contains(home(type))
            && !outermost(type).endsWith("Routes")) {
          wrong.add(type.getName() + " -> io.vertx.ext.web");
        }
      }
    }
    assertThat(wrong.stream().distinct()).isEmpty();
  }

  @Test
  void decidersArePure() {
    noClasses()
        .that(DescribedPredicate.describe("decide", ArchitectureTest::pure))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.vertx..", "java.io..", "java.net..", "java.nio.file..", "java.util.concurrent..")
        .orShould()
        .dependOnClassesThat()
        .haveNameMatching(
            "java\\.time\\.(Clock|InstantSource)|java\\.util\\.Random|java\\.util\\.UUID"
                + "|java\\.security\\.SecureRandom|org\\.caucus\\.kernel\\.RandomIds")
        .orShould()
        .callMethodWhere(
            call(
                "reads a clock",
                c ->
                    c.getTargetOwner().getPackageName().equals("java.time")
                        && c.getName().equals("now")))
        .orShould()
        .callMethodWhere(
            call(
                "reads a clock or rolls dice",
                c ->
                    Set.of("currentTimeMillis", "nanoTime", "random", "randomUUID")
                        .contains(c.getName())))
        .check(HOUSE);
  }

  @Test
  void nobodyWaitsWithATimeout() {
    noClasses()
        .should()
        .callMethodWhere(
            call(
                "bounds the wait instead of the future: an expired one can stop its context",
                c ->
                    c.getTargetOwner().getName().equals("io.vertx.core.Future")
                        && c.getName().equals("await")
                        && !c.getTarget().getRawParameterTypes().isEmpty()))
        .check(HOUSE);
  }

  private static DescribedPredicate<JavaCall<?>> call(
      String what, java.util.function.Predicate<JavaCall<?>> test) {
    return DescribedPredicate.describe(what, test);
  }

  private static boolean pure(JavaClass type) {
    return PURE.matcher(outermost(type)).matches()
        && Set.of(
                "coalition.access",
                "coalition.access.membership",
                "coalition.access.handover",
                "coalition.entries",
                "coalition.lists",
                "coalition.lists.subscriptions",
                "coalition.trackers",
                "coalition.updates",
                "coalition.actions",
                "coalition.moderation",
                "coalition.mailcommands",
                "coalition.access.audience",
                "coalition.access.viewas")
            .contains(home(type));
  }

  private static Map<String, Set<String>> table() {
    Map<String, Set<String>> table = new TreeMap<>();
    try (InputStream rows = ArchitectureTest.class.getResourceAsStream(ALLOWED)) {
      new String(Objects.requireNonNull(rows).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.split("->"))
          .forEach(
              row ->
                  assertThat(
                          table.put(
                              row[0].strip(), new TreeSet<>(List.of(row[1].strip().split(" +")))))
                      .as("a second row of " + row[0])
                      .isNull());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return table;
  }

  private static Map<String, Set<String>> edges() {
    Map<String, Set<String>> edges = new TreeMap<>();
    for (JavaClass type : HOUSE) {
      if (home(type).isEmpty()) {
        continue;
      }
      Set<String> targets = edges.computeIfAbsent(home(type), k -> new TreeSet<>());
      type.getDirectDependenciesFromSelf().stream()
          .map(d -> home(d.getTargetClass()))
          .filter(to -> !to.isEmpty() && !to.equals(home(type)))
          .forEach(targets::add);
    }
    return edges;
  }

  private static Set<String> targets(String from, String to) {
    Set<String> names = new TreeSet<>();
    for (JavaClass type : HOUSE) {
      if (home(type).equals(from)) {
        type.getDirectDependenciesFromSelf().stream()
            .map(d -> d.getTargetClass())
            .filter(t -> home(t).equals(to))
            .forEach(t -> names.add(t.getName()));
      }
    }
    return names;
  }

  /** The package below ours; empty for the wiring and for what is not ours. */
  private static String home(JavaClass type) {
    String name = type.getBaseComponentType().getPackageName();
    return name.startsWith("org.caucus.") && !WIRING.contains(name)
        ? name.substring("org.caucus.".length())
        : "";
  }

  private static String module(String home) {
    return home.split("\\.", 2)[0];
  }

  private static String outermost(JavaClass type) {
    String name = type.getName().substring(type.getPackageName().length() + 1);
    int nested = name.indexOf('$');
    return nested < 0 ? name : name.substring(0, nested);
  }
}
