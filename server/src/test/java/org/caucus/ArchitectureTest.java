package org.caucus;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The plan of the house: which package may know which, and what nobody may do anywhere. */
class ArchitectureTest {
  /**
   * Package, arrow, the packages it may import. {@code *} is all of them, and nobody may import
   * {@code notices} or {@code demo}, which are therefore in no row. A package that is not here may
   * not exist: give it its row, and with it a thought.
   */
  private static final String ALLOWED =
      """
      mongo.store          -> .
      mongo.embedded       -> .
      mongo                -> mongo.embedded mongo.store
      crypto               -> .
      log.chain            -> .
      log.keys             -> mongo
      log                  -> mongo log.keys log.chain
      log.leases           -> log mongo
      log.custody          -> log log.keys log.leases mongo
      log.bus              -> log
      cluster              -> log log.bus
      log.followers        -> log log.chain log.leases mongo
      log.due              -> log mongo
      log.audit            -> log log.chain log.followers mongo
      log.archive          -> log
      trie                 -> .
      rates                -> .
      packed               -> .
      command              -> log
      members              -> trie command http
      members.deciding     -> command members
      entries              -> trie command members log
      files                -> command entries members http log mongo rates email.text
      lists                -> trie command members entries http lists.mail
      lists.mail           -> trie command members entries lists http
      lists.imports        -> command members entries lists
      issues.fields        -> command
      issues.filter        -> command members issues.fields
      issues               -> trie command members entries http issues.fields issues.filter
      issues.asked         -> command entries members issues issues.fields
      updates              -> trie command members entries http
      actions              -> trie command members entries http actions.plans actions.presence
      actions.plans        -> command members
      actions.presence     -> trie command members actions actions.plans http
      orders               -> command members lists lists.mail
      letters              -> trie command members entries lists issues issues.fields updates actions http log \
      email email.text email.html orders actions.presence issues.asked
      handover             -> command members members.deciding entries issues issues.fields updates actions letters \
      http
      looks                -> trie command members http
      audiences            -> trie command members entries lists issues updates actions actions.plans letters http \
      log
      workspace            -> mongo packed trie command members entries lists lists.imports issues updates actions \
      issues.fields letters audiences looks http log log.chain log.followers log.bus email members.deciding \
      handover rates
      workspace.nodes      -> command log mongo workspace
      live                 -> trie command members entries lists issues updates actions letters workspace \
      workspace.nodes http log log.bus
      accounts.held        -> log mongo
      accounts.addresses   -> command email
      accounts             -> log mongo http command email log.bus rates accounts.held accounts.addresses
      accounts.passkeys    -> accounts accounts.held http command log mongo
      accounts.page        -> accounts accounts.held accounts.addresses accounts.passkeys http command email rates
      http                 -> command log mongo http.gate http.press
      http.gate            -> command http rates
      http.press           -> .
      email                -> email.text
      email.text           -> .
      email.html           -> email
      email.boxes          -> email email.text
      email.inbound        -> email email.text rates
      email.outbound       -> email email.text
      email.bounces        -> email email.text
      email.dns            -> .
      email.dmarc          -> email.dns
      email.signatures     -> email email.dns
      email.catchall       -> email email.text email.inbound email.outbound
      delivery             -> email email.outbound email.signatures log mongo command log.leases
      postmaster           -> command members entries lists issues updates letters workspace log mongo log.leases \
      email email.inbound audiences postmaster.arrival postmaster.steps issues.asked
      quotes               -> command members entries issues updates actions actions.plans workspace log http
      postmaster.guards    -> command members entries lists issues updates actions letters workspace email quotes \
      postmaster.arrival issues.asked issues.fields
      postmaster.recalls   -> command members workspace postmaster.arrival
      postmaster.arrival   -> command members entries lists issues letters workspace log email issues.asked
      postmaster.answers   -> actions calendar command email letters postmaster.arrival workspace
      postmaster.steps     -> command members entries lists lists.mail issues updates letters workspace email \
      postmaster.answers postmaster.arrival postmaster.decisions postmaster.guards postmaster.recalls quotes moderation
      relay                -> trie command members entries lists workspace log log.followers email email.text \
      delivery http lists.mail relay.bare relay.recall relay.signing relay.served relay.rendering letters orders
      relay.recall         -> trie command members entries lists updates audiences workspace http log relay \
      relay.bare email
      relay.signing        -> email email.dns email.signatures
      relay.bare           -> command members lists workspace email delivery relay
      relay.rendering      -> command members workspace log email email.dmarc email.text delivery relay relay.bare \
      relay.signing
      digests              -> trie command members entries lists lists.mail workspace log log.followers mongo email \
      email.text delivery relay relay.bare relay.recall relay.rendering relay.served relay.signing log.due
      relay.served         -> trie command members entries lists lists.mail workspace log delivery relay
      answers              -> trie command members entries lists lists.mail letters orders workspace email \
      email.text delivery relay relay.bare relay.served
      feeds                -> trie command members updates workspace accounts.held http rates log mongo
      notices.actions      -> command trie members entries actions actions.plans actions.presence audiences \
      workspace calendar email relay delivery
      notices              -> command trie members lists.mail entries lists issues updates actions notices.actions \
      audiences letters workspace log log.followers email email.text delivery relay relay.bare relay.recall \
      notices.waiting answers moderation
      notices.waiting      -> command members letters lists lists.mail workspace email email.text delivery relay \
      moderation relay.bare trie
      postmaster.decisions -> command members letters workspace email log moderation postmaster.arrival
      moderation           -> command http letters workspace log log.due log.followers mongo relay
      bounces              -> command members entries lists workspace log mongo email email.bounces delivery \
      postmaster relay http log.due
      archive              -> command members entries lists issues updates letters workspace accounts log log.chain \
      log.audit log.archive log.followers log.leases mongo email
      calendar             -> command members actions actions.plans actions.presence email feeds relay relay.bare \
      trie workspace
      moments              -> actions actions.plans actions.presence audiences command log log.due log.followers \
      mongo relay workspace
      search               -> trie command members entries lists issues updates actions workspace live \
      issues.fields http log actions.plans
      trail                -> trie command members entries lists letters audiences looks live workspace http
      copies               -> trail command members entries lists lists.mail issues updates actions letters \
      audiences issues.fields looks workspace http log log.chain log.audit rates actions.plans
      importing            -> trie command members entries lists lists.imports letters workspace log email \
      email.boxes email.text
      operator             -> command log log.keys log.followers log.archive workspace mongo operator.keys \
      operator.records operator.archives
      operator.archives    -> command members lists workspace log log.archive email.boxes importing operator \
      operator.records
      operator.records     -> log log.audit log.archive archive copies operator
      operator.keys        -> log log.keys log.custody mongo workspace operator
      metrics              -> .
      demo                 -> *
      """;

  /** Packages of others that only some of ours may see. */
  private static final Map<String, Set<String>> FOREIGN =
      Map.ofEntries(
          Map.entry("com.mongodb", Set.of("mongo")),
          Map.entry("org.bson", Set.of("mongo", "log", "log.keys", "log.custody", "log.leases")),
          Map.entry("de.bwaldvogel", Set.of("mongo", "mongo.embedded")),
          Map.entry(
              "com.google.crypto.tink", Set.of("log.keys", "log.archive", "log.audit", "log.bus")),
          Map.entry("org.bouncycastle", Set.of("log.archive")),
          Map.entry("org.apache.tika", Set.of("files")),
          Map.entry("org.jgroups", Set.of("cluster")),
          Map.entry("org.infinispan", Set.of("cluster")),
          Map.entry("com.amazon.corretto", Set.of("crypto")),
          Map.entry("org.subethamail", Set.of("email.inbound", "email.catchall")),
          Map.entry("org.xbill.DNS", Set.of("email.dns")),
          Map.entry("org.apache.james", Set.of("email", "email.text")),
          Map.entry("io.vertx.ext.auth", Set.of("accounts.passkeys")),
          Map.entry("com.webauthn4j", Set.of("accounts.passkeys")),
          Map.entry("org.apache.lucene", Set.of("search")),
          Map.entry("org.owasp.html", Set.of("email.html")),
          Map.entry("io.vertx.ext.mail", Set.of("delivery")));

  private static final Pattern PURE = Pattern.compile("\\w*Decider|Posting|Access|Audience|Labels");

  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
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

  @Test
  void nobodyImportsNoticesOrTheDemo() {
    edges()
        .forEach(
            (from, targets) ->
                assertThat(targets).as(from).doesNotContain("demo").doesNotContain("notices"));
  }

  @Test
  void httpTakesOnlyTheExceptionsOfTheDatabase() {
    assertThat(targets("http", "mongo"))
        .allMatch(name -> name.startsWith("org.caucus.mongo.DatabaseException"));
  }

  @Test
  void onlyRoutesOfACapabilityKnowHttp() {
    for (JavaClass type : HOUSE) {
      String home = home(type);
      if (Set.of(
              "members",
              "members.deciding",
              "handover",
              "lists",
              "lists.mail",
              "issues",
              "updates",
              "actions",
              "actions.plans",
              "actions.presence",
              "letters",
              "orders",
              "audiences",
              "looks")
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
            && !Set.of("", "http", "http.gate", "demo").contains(home(type))
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
                + "|java\\.security\\.SecureRandom|org\\.caucus\\.log\\.Ids")
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
                "members",
                "members.deciding",
                "handover",
                "entries",
                "lists",
                "lists.mail",
                "issues",
                "updates",
                "actions",
                "actions.plans",
                "actions.presence",
                "letters",
                "orders",
                "audiences",
                "looks")
            .contains(home(type));
  }

  private static Map<String, Set<String>> table() {
    Map<String, Set<String>> table = new TreeMap<>();
    ALLOWED
        .lines()
        .map(line -> line.split("->"))
        .forEach(
            row -> table.put(row[0].strip(), new TreeSet<>(List.of(row[1].strip().split(" +")))));
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

  /** The package below ours; empty for the root and for what is not ours. */
  private static String home(JavaClass type) {
    String name = type.getBaseComponentType().getPackageName();
    return name.startsWith("org.caucus.") ? name.substring("org.caucus.".length()) : "";
  }

  private static String outermost(JavaClass type) {
    String name = type.getName().substring(type.getPackageName().length() + 1);
    int nested = name.indexOf('$');
    return nested < 0 ? name : name.substring(0, nested);
  }
}
