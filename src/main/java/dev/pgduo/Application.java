package dev.pgduo;

/** Entry point. */
public final class Application {
    private Application() {}

    public static void main(String[] args) {
        System.exit(args.length);
    }
}
