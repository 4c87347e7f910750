package dev.pgduo.version;

/** What it takes for a changed setting to become effective. */
public enum EffectiveAfter {
    RELOAD,
    RESTART,
    /** The name does not exist on this major; most servers refuse to start with it. */
    UNKNOWN
}
