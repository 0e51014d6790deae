package org.mydirection.media;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/** An object store in a process of its own, which {@link KillTest} kills and starts again on the same folder and port. */
final class KilledStore {

    private final Path folder;
    private final int port;
    private Process process;

    KilledStore(Path folder, int port) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.port = port;
    }

    public static void main(String[] arguments) throws Exception {
        S3Proxy.builder()
                .blobStore(new FilesystemNio2BlobStore(arguments[0]))
                .endpoint(URI.create("http://127.0.0.1:" + arguments[1]))
                .awsAuthentication(AuthenticationType.AWS_V4, "store", "secret-of-the-test")
                .ignoreUnknownHeaders(true)
                .build()
                .start();
    }

    /** The settings by which the application uses it. */
    void settings(MediaWorld world) {
        world.settings.put("store.endpoint", "http://127.0.0.1:" + port);
        world.settings.put("store.access.key", "store");
        world.settings.put("store.secret.key", "secret-of-the-test");
    }

    void start() throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledStore.class.getName(),
                        folder.toString(),
                        String.valueOf(port))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolveSibling("store.out").toFile())
                .start();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
