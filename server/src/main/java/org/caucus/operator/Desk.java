package org.caucus.operator;

import java.nio.file.Path;
import java.util.List;
import org.caucus.log.Blobs;
import org.caucus.log.EventLog;
import org.caucus.log.Vault;
import org.caucus.mongo.Mongo;

/**
 * What an operator's command works on.
 *
 * @param data the data directory
 * @param followers the names of the followers this program has
 */
public record Desk(
    Path data, Mongo mongo, Vault vault, EventLog log, Blobs blobs, List<String> followers) {}
