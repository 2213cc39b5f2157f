package org.caucus.views.unread;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.caucus.coalition.access.Item;
import org.caucus.coalition.entries.Channel;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.platform.collections.PersistentMap;
import org.caucus.workspace.Commit;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;
import org.pcollections.PMap;

/**
 * What was said in a workspace, in the order of its log. It follows from the log alone and knows
 * nothing of readers. Letters of an archive are old news and not in it. Immutable.
 *
 * @param commits so many of the log were looked at
 * @param last the id of the last of them; empty before the first
 * @param posts where each was said, by what it is
 * @param joined the sequence by which each seat was there
 */
record PostIndex(
    int commits,
    String last,
    PMap<Ref, Conversation> conversations,
    PMap<Ref, Post> posts,
    PMap<SeatId, Long> joined) {
  static final PostIndex EMPTY =
      new PostIndex(0, "", PersistentMap.empty(), PersistentMap.empty(), PersistentMap.empty());

  /** What says something by itself, before anybody comments on it. */
  private static final Set<Ref.Kind> HEADS =
      EnumSet.of(Ref.Kind.ISSUE, Ref.Kind.UPDATE, Ref.Kind.ACTION, Ref.Kind.POLL);

  /** The index of this state; of an older one it is known already. */
  PostIndex with(Workspace now) {
    List<Commit> history = now.history();
    PostIndex is = isOf(history) ? this : EMPTY;
    for (Commit commit : history.subList(Math.min(is.commits, history.size()), history.size())) {
      is = is.plus(now, commit);
    }
    return is;
  }

  private boolean isOf(List<Commit> history) {
    return commits == 0 || commits > history.size() || history.get(commits - 1).id().equals(last);
  }

  private PostIndex plus(Workspace now, Commit commit) {
    PostIndex is = this;
    for (Event event : commit.events()) {
      if (event instanceof EntryEvent.EntryPosted entry) {
        is = is.said(commit.sequence(), entry);
      } else if (!(event instanceof EntryEvent)) {
        is = is.began(now, commit, now.describe(commit, event).ref());
      }
    }
    return new PostIndex(commits + 1, commit.id(), is.conversations, is.posts, is.joined);
  }

  private PostIndex said(long sequence, EntryEvent.EntryPosted entry) {
    Ref ref = Ref.to(Ref.Kind.ENTRY, entry.id());
    Post post = new Post(sequence, entry.parent(), ref, entry.seat());
    return with(post, entry.via() == Channel.MAIL ? reply(sequence, entry.answers()) : null);
  }

  private Conversation.@Nullable Reply reply(long sequence, @Nullable String answered) {
    Post to = answered == null ? null : posts.get(Ref.to(Ref.Kind.ENTRY, answered));
    return to == null ? null : new Conversation.Reply(sequence, to.sequence());
  }

  private PostIndex began(Workspace now, Commit commit, Ref ref) {
    if (ref.kind() == Ref.Kind.SEAT) {
      SeatId seat = new SeatId(ref.id());
      return joined.containsKey(seat)
          ? this
          : new PostIndex(
              commits, last, conversations, posts, joined.plus(seat, commit.sequence()));
    }
    boolean isNew = HEADS.contains(ref.kind()) && !conversations.containsKey(ref);
    if (!isNew || saysEntry(commit, ref)) {
      return this;
    }
    SeatId author = now.item(ref).map(Item::author).orElse(null);
    return with(new Post(commit.sequence(), ref, ref, author), null);
  }

  /** A thing that came by mail says what its first entry says. */
  private static boolean saysEntry(Commit commit, Ref ref) {
    return commit.events().stream()
        .anyMatch(e -> e instanceof EntryEvent.EntryPosted said && said.parent().equals(ref));
  }

  private PostIndex with(Post post, Conversation.@Nullable Reply reply) {
    Conversation so = conversations.getOrDefault(post.in(), Conversation.EMPTY);
    return new PostIndex(
        commits,
        last,
        conversations.plus(post.in(), so.plus(post, reply)),
        posts.plus(post.ref(), post),
        joined);
  }

  /** Where something was said. */
  Optional<Post> find(Ref ref) {
    return Optional.ofNullable(posts.get(ref));
  }
}
