package dev.pgduo.session.connection;

/** A message of NOTIFY. */
public record Notification(int backendPid, String channel, String payload) {}
