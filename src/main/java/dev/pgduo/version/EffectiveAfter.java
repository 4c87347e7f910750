package dev.pgduo.version;

/** What a changed setting needs to take effect. */
public enum EffectiveAfter {
    RELOAD,
    RESTART,
    /** The setting does not exist on this major; most servers refuse to start with it. */
    UNKNOWN
}
