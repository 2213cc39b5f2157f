package org.caucus.e2e.story;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.io.IOException;
import java.nio.file.Path;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.LogException;
import org.caucus.workspace.Rooms;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people and other mail servers are told while there is no memory for a workspace. */
@Tag("slow")
class CrowdedTest {
  private static final String W = "/api/workspaces/review";

  @TempDir Path data;

  private static String mail(StoryServer house, String id) throws IOException {
    String letter =
        "From: <%s>\r\nSubject: Memo\r\nMessage-ID: <%s@lantern.example>\r\n\r\nSix parts.\r\n"
            .formatted(StoryServer.OPERATOR, id);
    return MailClient.send(
        house.smtpPort(), StoryServer.OPERATOR, "memo@lists.example", letter.getBytes(US_ASCII));
  }

  @Test
  void bothAreAskedToComeAgainAndThenServed() throws IOException {
    try (StoryServer house = new StoryServer(data)) {
      Browser amina = house.founder("review", "lantern", "memo");
      Rooms rooms = house.wiring().rooms();
      WorkspaceId workspace = rooms.awake().iterator().next();
      rooms.beforeLoad(id -> Future.failedFuture(new LogException.Crowded(id)));
      rooms.evict(workspace);

      Browser.Reply reply = amina.get(W);
      assertThat(reply.status()).as(reply.text()).isEqualTo(503);
      assertThat(reply.header("retry-after")).matches("[1-9][0-9]*");
      assertThat(reply.header("content-type")).startsWith("application/problem+json");
      assertThat(reply.text()).contains("because the server's memory is full");
      assertThat(mail(house, "m1")).startsWith("451 4.3.0");
      assertThat(rooms.unloadable()).as("nothing is wrong with it").isEmpty();

      rooms.beforeLoad(id -> Future.succeededFuture());
      assertThat(amina.get(W).status()).isEqualTo(200);
      assertThat(mail(house, "m1")).startsWith("250 ");
    }
  }
}
