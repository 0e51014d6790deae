package org.mydirection.media;

import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/**
 * An S3 endpoint inside the application, on a free port of the loopback address, with its objects in a folder. Its
 * credentials are random and live as long as the run: no other program of the machine can use it.
 */
final class EmbeddedStore {

    private final String accessKey = randomText(10);
    private final String secretKey = randomText(20);
    private final FilesystemNio2BlobStore objects;
    private final S3Proxy proxy;

    /** Started when the constructor returns; the folder must exist. */
    EmbeddedStore(Path folder) throws Exception {
        objects = new FilesystemNio2BlobStore(folder.toString());
        proxy = S3Proxy.builder()
                .blobStore(objects)
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V4, accessKey, secretKey)
                .ignoreUnknownHeaders(true)
                .build();
        proxy.start();
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + proxy.getPort());
    }

    String accessKey() {
        return accessKey;
    }

    String secretKey() {
        return secretKey;
    }

    void stop() throws Exception {
        proxy.stop();
        objects.close();
    }

    private static String randomText(int bytes) {
        byte[] random = new byte[bytes];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
