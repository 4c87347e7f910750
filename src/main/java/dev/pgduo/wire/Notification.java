package dev.pgduo.wire;

/** A notification that NOTIFY sent (NotificationResponse). */
public record Notification(int backendPid, String channel, String payload) {}
