package dev.pgduo.shell;

/** The program's own version. */
public final class ProgramVersion {
    private ProgramVersion() {}

    /** As it was packaged: {@code 1.2.0}; {@code (not packaged)} for classes in a directory. */
    public static String text() {
        String version = ProgramVersion.class.getPackage().getImplementationVersion();
        return version == null ? "(not packaged)" : version;
    }
}
