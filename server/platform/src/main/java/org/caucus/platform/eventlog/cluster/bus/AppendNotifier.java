package org.caucus.platform.eventlog.cluster.bus;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.caucus.kernel.RandomIds;
import org.caucus.kernel.WorkspaceId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says that a workspace's log is longer now: to this node at once, to all others over the bus. It
 * carries a position and no words.
 */
public final class AppendNotifier {
  /** Its bus address. Each message has the same length, so that its size tells no position. */
  public static final String ADDRESS = "caucus.bell";

  private static final Logger LOG = LoggerFactory.getLogger(AppendNotifier.class);

  private final EncryptedEventBus bus;
  private final List<Listener> rung = new CopyOnWriteArrayList<>();
  private final List<Listener> known = new CopyOnWriteArrayList<>();
  private final List<Listener> heard = new CopyOnWriteArrayList<>();

  /** Hears of a position. Must not block. */
  public interface Listener {
    /** The workspace's log goes to {@code sequence} at least. */
    void ring(WorkspaceId workspace, long sequence);
  }

  /** A bell on this bus. */
  public AppendNotifier(EncryptedEventBus bus) {
    this.bus = bus;
    bus.listen(ADDRESS, this::heard);
  }

  /** This node has committed that far, and applied it. Anyone who watches hears of it first. */
  public void ring(WorkspaceId workspace, long sequence) {
    known.forEach(l -> l.ring(workspace, sequence));
    rung.forEach(l -> l.ring(workspace, sequence));
    bus.publish(ADDRESS, workspace.value() + "/" + RandomIds.digits(sequence, 12));
  }

  /** This node has applied what others committed, that far. */
  public void caughtUp(WorkspaceId workspace, long sequence) {
    known.forEach(l -> l.ring(workspace, sequence));
  }

  /** Called after this node's own commits. */
  public void onCommit(Listener listener) {
    rung.add(listener);
  }

  /** Called when this node knows more than before, no matter who committed it. */
  public void onNews(Listener listener) {
    known.add(listener);
  }

  /** Called when another node has committed; this one may not know it yet. */
  public void onOthers(Listener listener) {
    heard.add(listener);
  }

  private void heard(String text) {
    WorkspaceId workspace = new WorkspaceId(text.substring(0, RandomIds.LENGTH));
    long sequence = Long.parseLong(text.substring(RandomIds.LENGTH + 1));
    LOG.debug("rung for sequence {}", sequence);
    heard.forEach(l -> l.ring(workspace, sequence));
  }
}
