package org.caucus.operator.workspaces;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.caucus.kernel.WorkspaceId;
import org.caucus.operator.cli.Console;
import org.caucus.operator.cli.DataOption;
import org.caucus.operator.cli.OperatorCommand;
import org.caucus.operator.cli.OperatorContext;
import org.caucus.platform.eventlog.audit.AuditFinding;
import org.caucus.platform.eventlog.audit.AuditFinding.Kind;
import org.caucus.platform.eventlog.audit.LogAudit;
import org.caucus.platform.eventlog.audit.LogTip;
import org.caucus.platform.eventlog.audit.LogTips;
import org.caucus.platform.eventlog.cluster.leases.Leases;
import org.caucus.platform.eventlog.subscriptions.Checkpoints;
import org.caucus.views.audit.export.MemberExportVerifier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code audit verify}: of a log at the desk, of a copy anywhere. */
@Command(
    name = "verify",
    description =
        "Walks a workspace's log (every one, if none is named) and names the first bad position;"
            + " or checks a copy that a member downloaded, without any database.",
    mixinStandardHelpOptions = true)
final class VerifyCommand implements OperatorCommand, Callable<Integer> {
  /** Most commits of one kind that are listed by name. */
  private static final int LISTED = 20;

  @Spec CommandSpec spec = CommandSpec.create();
  @Mixin DataOption data = new DataOption();

  @Parameters(
      arity = "0..1",
      paramLabel = "WORKSPACE|FILE",
      description = "short name or id of a workspace, or a member's copy")
  @Nullable String what;

  @Option(
      names = "--tip",
      paramLabel = "N:HASH",
      description = "a tip from an earlier printout; the log must have it still")
  @Nullable String noted;

  @Option(
      names = "--accept-end",
      description =
          "of one workspace whose log ends before it once did, as after a restore: what is missing"
              + " is lost, and it is opened again")
  boolean acceptEnd;

  @Option(
      names = "--since",
      paramLabel = "OLDER-FILE",
      description = "of a copy: an older copy; names what was removed or altered since")
  @Nullable Path since;

  @Option(
      names = "--key",
      description = "of a copy: the public key it must be signed with (caucus audit key)")
  @Nullable String key;

  @Override
  public boolean needsDesk() {
    return what == null || !Files.isRegularFile(Path.of(what));
  }

  @Override
  public int run(OperatorContext desk, Console console) {
    var audit = new LogAudit(desk.log(), new LogTips(desk.mongo(), desk.vault()));
    if (noted != null && (what == null || LogTip.parse(noted).isEmpty())) {
      console.note("--tip takes a tip as printed, N:HASH, and goes with one workspace.");
      return NOT_DONE;
    }
    if (acceptEnd && what == null) {
      console.note("--accept-end goes with one workspace.");
      return NOT_DONE;
    }
    List<LogTip> known = noted == null ? List.of() : LogTip.parse(noted).stream().toList();
    List<WorkspaceId> all =
        what == null ? audit.workspaces().await() : List.of(desk.workspace(what));
    int bad = 0;
    for (WorkspaceId each : all) {
      ProgressPrinter pace = new ProgressPrinter(console);
      var finding = audit.verify(each, known, n -> pace.note(each + ": " + n + " records"));
      console.say(finding.toString());
      if (acceptEnd && finding.fault() != null && finding.fault().kind() == Kind.CUT_OFF) {
        accept(desk, finding, console);
        continue;
      }
      bad += finding.whole() ? 0 : 1;
    }
    console.say(
        bad == 0 ? "All sound. Keep the tips: a later audit can be held to them." : bad + " BAD.");
    return bad == 0 ? DONE : NOT_DONE;
  }

  /** It ends there from now on, also for those who had read further. */
  private static void accept(OperatorContext desk, AuditFinding finding, Console console) {
    new LogTips(desk.mongo(), desk.vault()).forget(finding.workspace()).await();
    var checkpoints = new Checkpoints(Leases.outside(desk.mongo()));
    for (String follower : desk.followers()) {
      checkpoints.cut(follower, finding.workspace(), finding.sound().sequence()).await();
    }
    console.say("Accepted: it ends there from now on. Restart every server that runs.");
  }

  /** Without a desk: a copy. */
  @Override
  public Integer call() {
    var out = spec.commandLine().getOut();
    var copy = MemberExportVerifier.check(Path.of(String.valueOf(what)));
    if (copy.fault() != null) {
      out.println(what + ": BAD at " + copy.fault());
      return NOT_DONE;
    }
    out.printf(
        "%s: %d records of \"%s\" as seat %s reads them, all sound. Tip %s%n",
        what, copy.records(), copy.workspace(), copy.seat(), copy.tip());
    out.println(
        key == null
            ? "Signed with the key "
                + copy.key()
                + ". Ask the operator whether it is theirs (caucus audit key), then pass --key."
            : "Signed with the key you named.");
    if (key != null && !key.equals(copy.key())) {
      out.println("BAD: it is signed with another key than you named: " + copy.key());
      return NOT_DONE;
    }
    return since == null ? DONE : compared(copy, since);
  }

  private int compared(MemberExportVerifier.Copy copy, Path older) {
    var out = spec.commandLine().getOut();
    var before = MemberExportVerifier.check(older);
    if (before.fault() != null) {
      out.println(older + ": BAD at " + before.fault());
      return NOT_DONE;
    }
    if (!before.workspace().equals(copy.workspace()) || !before.seat().equals(copy.seat())) {
      out.println("These are copies of two seats, which do not read the same. Nothing to compare.");
      return NOT_DONE;
    }
    if (!before.key().equals(copy.key())) {
      out.println("BAD: the two copies are signed with different keys.");
      return NOT_DONE;
    }
    var changes = MemberExportVerifier.since(before, copy);
    list("removed since", changes.removed());
    list("altered since", changes.altered());
    list("moved since", changes.moved());
    list("opened to this seat since, or put in", changes.opened());
    out.println(
        changes.none()
            ? "All " + before.records() + " records of the older copy are here as they were."
            : "BAD: the older copy is not the beginning of this one. What was closed to this seat"
                + " since is counted as removed.");
    return changes.none() ? DONE : NOT_DONE;
  }

  private void list(String what, List<String> commits) {
    var out = spec.commandLine().getOut();
    commits.stream().limit(LISTED).forEach(commit -> out.println(what + ": " + commit));
    if (commits.size() > LISTED) {
      out.println(what + ": " + (commits.size() - LISTED) + " more");
    }
  }
}
