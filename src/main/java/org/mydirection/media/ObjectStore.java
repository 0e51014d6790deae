package org.mydirection.media;

import io.minio.BucketExistsArgs;
import io.minio.GetPresignedObjectUrlArgs;
import io.minio.Http;
import io.minio.ListObjectsArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.RemoveObjectArgs;
import io.minio.Result;
import io.minio.errors.MinioException;
import io.minio.messages.Item;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import okhttp3.ConnectionPool;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import okio.Okio;
import org.mydirection.shared.Id;
import org.mydirection.shared.StartRefused;

/**
 * The bucket, spoken to as plain S3: put, ranged get, delete, list. Objects are named by random UUIDs and never
 * overwritten. Knows nothing of what they hold.
 */
@ApplicationScoped
class ObjectStore {

    private static final MediaType BYTES = MediaType.get("application/octet-stream");
    private static final int NAMES_AT_ONCE = 500;
    private static final int PARTIAL = 206;
    private static final int SERVER_ERROR = 500;
    private static final int MOST_IDLE = 64;

    @Inject
    MediaSettings settings;

    private volatile Connection connection;

    /** Connects, starting the embedded store where it is used, and makes the bucket where it is missing. */
    public void open() {
        String setting = settings.storeIsEmbedded() ? "data.dir" : "store.endpoint";
        try {
            connection = settings.storeIsEmbedded() ? embedded() : remote();
            makeBucket();
        } catch (Exception e) {
            close();
            throw new StartRefused(
                    settings.storeIsEmbedded()
                            ? "The object store in the folder " + settings.storeFolder()
                                    + " can't be opened: see the setting " + setting + "."
                            : "The object store at " + settings.storeEndpoint().orElseThrow()
                                    + " does not answer or refuses the keys: see the settings " + setting
                                    + ", store.access.key, store.secret.key and store.bucket.",
                    e);
        }
    }

    public void close() {
        Connection open = connection;
        connection = null;
        if (open != null) {
            open.stop();
        }
    }

    /**
     * Stores a new object, whole or not at all.
     *
     * @param size in bytes, exactly; IOException when there are fewer
     */
    public void put(UUID name, InputStream content, long size) throws IOException {
        put(name, new RequestBody() {
            @Override
            public MediaType contentType() {
                return BYTES;
            }

            @Override
            public long contentLength() {
                return size;
            }

            @Override
            public boolean isOneShot() {
                return true;
            }

            @Override
            public void writeTo(BufferedSink sink) throws IOException {
                sink.write(Okio.source(content), size);
            }
        });
    }

    /** Stores a new object from memory, whole or not at all; the buffers are left as they are. */
    public void put(UUID name, List<ByteBuffer> content) throws IOException {
        long size = content.stream().mapToLong(ByteBuffer::remaining).sum();
        put(name, new RequestBody() {
            @Override
            public MediaType contentType() {
                return BYTES;
            }

            @Override
            public long contentLength() {
                return size;
            }

            @Override
            public void writeTo(BufferedSink sink) throws IOException {
                for (ByteBuffer each : content) {
                    sink.write(each.duplicate());
                }
            }
        });
    }

    /** Stores a new object from a file, whole or not at all; takes no memory for it. */
    public void put(UUID name, Path file) throws IOException {
        put(name, RequestBody.create(file.toFile(), BYTES));
    }

    /**
     * By one request, whatever the size, under a signature that does not cover the bytes: what we store is sealed, and
     * opens only if it is what was put. The SDK's own put takes the sum of them, sends them in parts, and has the store
     * put these together, which is three times the work.
     */
    private void put(UUID name, RequestBody content) throws IOException {
        Request request = new Request.Builder()
                .url(signed(Http.Method.PUT, name))
                .put(content)
                .build();
        try (Response response = answer(request)) {
            if (!response.isSuccessful()) {
                throw new IOException("the object could not be stored: the store answered " + response.code());
            }
        }
    }

    private Response answer(Request request) throws IOException {
        Response response;
        try {
            response = connection.http().newCall(request).execute();
        } catch (IOException away) {
            throw new StoreUnavailable("the store does not answer", away);
        }
        if (response.code() >= SERVER_ERROR) {
            response.close();
            throw new StoreUnavailable("the store answered " + response.code(), null);
        }
        return response;
    }

    /**
     * The bytes from {@code offset} (0 or more), {@code length} (1 or more) of them; the caller closes the stream, which
     * throws {@link StoreUnavailable} when the store breaks off. Asked for in this thread: the SDK's own get hands each over to another one and back.
     */
    public InputStream get(UUID name, long offset, long length) throws IOException {
        Request request = new Request.Builder()
                .url(signed(Http.Method.GET, name))
                .header("Range", "bytes=" + offset + "-" + (offset + length - 1))
                // Or the client offers to unpack the answer, and a store may pack it.
                .header("Accept-Encoding", "identity")
                .build();
        Response response = answer(request);
        if (response.code() != PARTIAL || response.body() == null) {
            response.close();
            throw new IOException("the object could not be read: the store answered " + response.code());
        }
        return new Body(response.body().byteStream());
    }

    private String signed(Http.Method method, UUID name) throws IOException {
        try {
            return client().getPresignedObjectUrl(GetPresignedObjectUrlArgs.builder()
                    .method(method)
                    .bucket(bucket())
                    .object(name.toString())
                    .build());
        } catch (MinioException e) {
            throw new IOException("the store's address could not be signed", e);
        }
    }

    /** Deletes the object; one that is not there is no failure. */
    public void delete(UUID name) throws IOException {
        try {
            client().removeObject(RemoveObjectArgs.builder()
                    .bucket(bucket())
                    .object(name.toString())
                    .build());
        } catch (MinioException e) {
            throw new IOException("the object could not be deleted", e);
        }
    }

    /** Gives the names of the objects last written before that instant, at most 500 at a time, in no order. */
    public void namesBefore(Instant instant, Consumer<List<UUID>> batches) throws IOException {
        List<UUID> names = new ArrayList<>();
        try {
            for (Result<Item> result : client().listObjects(ListObjectsArgs.builder()
                    .bucket(bucket())
                    .recursive(true)
                    .build())) {
                Item item = result.get();
                if (item.lastModified().toInstant().isBefore(instant)) {
                    Id.parse(item.objectName()).ifPresent(names::add);
                }
                if (names.size() == NAMES_AT_ONCE) {
                    batches.accept(List.copyOf(names));
                    names.clear();
                }
            }
        } catch (MinioException e) {
            throw new IOException("the objects could not be listed", e);
        }
        if (!names.isEmpty()) {
            batches.accept(names);
        }
    }

    /** Whether the bucket can be asked for now. */
    public boolean answers() {
        try {
            return connection != null
                    && client().bucketExists(
                                    BucketExistsArgs.builder().bucket(bucket()).build());
        } catch (MinioException | RuntimeException e) {
            return false;
        }
    }

    private Connection embedded() throws Exception {
        OwnerOnly.folder(settings.storeFolder());
        EmbeddedStore store = new EmbeddedStore(settings.storeFolder());
        return connect(store.endpoint(), store.accessKey(), store.secretKey(), Optional.of(store));
    }

    private Connection remote() {
        return connect(
                settings.storeEndpoint().orElseThrow(),
                settings.storeAccessKey(),
                settings.storeSecretKey(),
                Optional.empty());
    }

    private Connection connect(URI endpoint, String accessKey, String secretKey, Optional<EmbeddedStore> embedded) {
        OkHttpClient http = new OkHttpClient.Builder()
                .socketFactory(new PromptSockets())
                .connectTimeout(5, TimeUnit.SECONDS)
                .readTimeout(60, TimeUnit.SECONDS)
                .writeTimeout(60, TimeUnit.SECONDS)
                // Unset, it keeps five, and makes a new connection for nearly every request when more are under way.
                .connectionPool(new ConnectionPool(MOST_IDLE, 4, TimeUnit.MINUTES))
                .build();
        http.dispatcher().setMaxRequestsPerHost(64);
        MinioClient client = MinioClient.builder()
                .endpoint(endpoint.toString())
                .region(settings.storeRegion())
                .credentials(accessKey, secretKey)
                .httpClient(http)
                .build();
        return new Connection(client, http, settings.storeBucket(), embedded);
    }

    private void makeBucket() throws MinioException {
        if (!client().bucketExists(BucketExistsArgs.builder().bucket(bucket()).build())) {
            client().makeBucket(MakeBucketArgs.builder().bucket(bucket()).build());
        }
    }

    private MinioClient client() {
        return connection.client();
    }

    private String bucket() {
        return connection.bucket();
    }

    /** What the store sends; that it breaks off is its fault, not that of the object. */
    private static final class Body extends FilterInputStream {

        Body(InputStream body) {
            super(body);
        }

        @Override
        public int read() throws IOException {
            try {
                return super.read();
            } catch (IOException brokenOff) {
                throw new StoreUnavailable("the store broke off", brokenOff);
            }
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            try {
                return super.read(target, offset, length);
            } catch (IOException brokenOff) {
                throw new StoreUnavailable("the store broke off", brokenOff);
            }
        }
    }

    private record Connection(MinioClient client, OkHttpClient http, String bucket, Optional<EmbeddedStore> embedded) {

        void stop() {
            http.dispatcher().executorService().shutdown();
            http.connectionPool().evictAll();
            embedded.ifPresent(store -> {
                try {
                    store.stop();
                } catch (Exception e) {
                    throw new IllegalStateException("the embedded store could not be stopped", e);
                }
            });
        }
    }
}
