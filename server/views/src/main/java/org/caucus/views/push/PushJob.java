package org.caucus.views.push;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.jobs.JobType;

/**
 * That a device is to be told; one for each device, whatever happens meanwhile. What it is told is
 * asked for when it is.
 *
 * @param device as it is kept
 * @param rung sequences of the commits that rang, in their order
 * @param tries how often it was tried
 * @param since when the first of them rang
 */
record PushJob(
    String device, WorkspaceId workspace, SeatId seat, List<Long> rung, int tries, Instant since) {
  /** Pushes as jobs. */
  static final JobType<PushJob> JOBS =
      new JobType<>("pushes", PushJob::write, PushJob::read, push -> push.workspace().value());

  PushJob tried() {
    return new PushJob(device, workspace, seat, rung, tries + 1, since);
  }

  /** With one more that rang; asked again it is the same. */
  PushJob with(long sequence) {
    if (rung.contains(sequence)) {
      return this;
    }
    List<Long> more = new ArrayList<>(rung);
    more.add(sequence);
    int from = Math.max(0, more.size() - PushDevice.MOST_SHOWN);
    return new PushJob(
        device, workspace, seat, List.copyOf(more.subList(from, more.size())), tries, since);
  }

  /** Only with what rang after these, as a push of its own. */
  PushJob after(List<Long> told, Instant now) {
    List<Long> left = rung.stream().filter(sequence -> !told.contains(sequence)).toList();
    return new PushJob(device, workspace, seat, left, 0, now);
  }

  byte[] write() {
    return new JsonObject()
        .put("device", device)
        .put("workspace", workspace.value())
        .put("seat", seat.value())
        .put("rung", new JsonArray(rung))
        .put("tries", tries)
        .put("since", since.toString())
        .toBuffer()
        .getBytes();
  }

  static PushJob read(byte[] plain) {
    JsonObject json = new JsonObject(Buffer.buffer(plain));
    return new PushJob(
        json.getString("device"),
        new WorkspaceId(json.getString("workspace")),
        new SeatId(json.getString("seat")),
        json.getJsonArray("rung").stream().map(n -> ((Number) n).longValue()).toList(),
        json.getInteger("tries"),
        Instant.parse(json.getString("since")));
  }
}
