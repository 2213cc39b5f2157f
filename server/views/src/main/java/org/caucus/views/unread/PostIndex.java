package org.caucus.views.unread;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.caucus.coalition.access.Item;
import org.caucus.coalition.entries.Channel;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.lists.ListEvent;
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
 * @param origins of what was split from others: whose marks said what of it was read until then
 * @param joined the sequence by which each seat was there
 */
record PostIndex(
    int commits,
    String last,
    PMap<Ref, Conversation> conversations,
    PMap<Ref, Post> posts,
    PMap<Ref, Set<Ref>> origins,
    PMap<SeatId, Long> joined) {
  static final PostIndex EMPTY =
      new PostIndex(
          0,
          "",
          PersistentMap.empty(),
          PersistentMap.empty(),
          PersistentMap.empty(),
          PersistentMap.empty());

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
      } else if (event instanceof ListEvent.ThreadMove move) {
        is = is.moved(move);
      } else if (!(event instanceof EntryEvent || event instanceof ListEvent.ThreadUpdate)) {
        is = is.began(now, commit, now.describe(commit, event).ref());
      }
    }
    return new PostIndex(
        commits + 1, commit.id(), is.conversations, is.posts, is.origins, is.joined);
  }

  private PostIndex said(long sequence, EntryEvent.EntryPosted entry) {
    Ref ref = Ref.to(Ref.Kind.ENTRY, entry.id());
    Post post = new Post(sequence, entry.parent(), entry.parent(), ref, entry.seat());
    return with(post, entry.via() == Channel.MAIL ? reply(sequence, entry.answers()) : null);
  }

  private PostIndex moved(ListEvent.ThreadMove event) {
    return switch (event) {
      case ListEvent.ThreadSplit e -> {
        Ref part = thread(e.id());
        Set<Ref> homes =
            posts(e.entries()).stream().map(Post::home).collect(Collectors.toUnmodifiableSet());
        yield moved(thread(e.from()), part, e.entries(), home -> part).from(part, homes);
      }
      case ListEvent.ThreadMerged e ->
          moved(thread(e.id()), thread(e.into()), e.entries(), home -> home);
      case ListEvent.ThreadUnmerged e -> {
        Ref from = thread(e.from());
        Ref part = thread(e.id());
        yield moved(from, part, e.entries(), home -> home.equals(from) ? part : home);
      }
      case ListEvent.ThreadMoved _ -> this; // on another list, with the messages it had
    };
  }

  private static Ref thread(String id) {
    return Ref.to(Ref.Kind.THREAD, id);
  }

  private List<Post> posts(List<String> entries) {
    return entries.stream()
        .map(id -> posts.get(Ref.to(Ref.Kind.ENTRY, id)))
        .filter(Objects::nonNull)
        .toList();
  }

  private PostIndex moved(Ref from, Ref to, List<String> entries, UnaryOperator<Ref> home) {
    List<Post> moved = posts(entries).stream().map(p -> p.moved(to, home.apply(p.home()))).toList();
    PMap<Ref, Post> all = posts;
    for (Post post : moved) {
      all = all.plus(post.ref(), post);
    }
    Set<Ref> gone = moved.stream().map(Post::ref).collect(Collectors.toSet());
    return new PostIndex(
        commits,
        last,
        conversations
            .plus(from, conversation(from).without(gone))
            .plus(to, conversation(to).with(moved)),
        all,
        origins,
        joined);
  }

  private PostIndex from(Ref part, Set<Ref> homes) {
    return new PostIndex(commits, last, conversations, posts, origins.plus(part, homes), joined);
  }

  /** What was said under a thing; nothing if nothing was. */
  Conversation conversation(Ref ref) {
    return conversations.getOrDefault(ref, Conversation.EMPTY);
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
              commits, last, conversations, posts, origins, joined.plus(seat, commit.sequence()));
    }
    boolean isNew = HEADS.contains(ref.kind()) && !conversations.containsKey(ref);
    if (!isNew || saysEntry(commit, ref)) {
      return this;
    }
    SeatId author = now.item(ref).map(Item::author).orElse(null);
    return with(new Post(commit.sequence(), ref, ref, ref, author), null);
  }

  /** A thing that came by mail says what its first entry says. */
  private static boolean saysEntry(Commit commit, Ref ref) {
    return commit.events().stream()
        .anyMatch(e -> e instanceof EntryEvent.EntryPosted said && said.parent().equals(ref));
  }

  private PostIndex with(Post post, Conversation.@Nullable Reply reply) {
    Conversation so = conversation(post.in()).plus(post);
    PMap<Ref, Conversation> all = conversations.plus(post.in(), so);
    if (reply != null && post.author() != null) {
      for (Ref home : so.homes()) {
        Conversation marked = all.getOrDefault(home, Conversation.EMPTY);
        all = all.plus(home, marked.plus(post.author(), reply));
      }
    }
    return new PostIndex(commits, last, all, posts.plus(post.ref(), post), origins, joined);
  }

  /** Where something was said. */
  Optional<Post> find(Ref ref) {
    return Optional.ofNullable(posts.get(ref));
  }
}
