package dev.pgduo.shell;

/** The version of pgduo. */
public final class ProgramVersion {
    private ProgramVersion() {}

    /** The version of the package: {@code 1.2.0}; {@code (not packaged)} for classes in a directory. */
    public static String text() {
        String version = ProgramVersion.class.getPackage().getImplementationVersion();
        return version == null ? "(not packaged)" : version;
    }
}
