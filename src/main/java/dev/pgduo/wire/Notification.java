package dev.pgduo.wire;

/** A message of NOTIFY. */
public record Notification(int backendPid, String channel, String payload) {}
