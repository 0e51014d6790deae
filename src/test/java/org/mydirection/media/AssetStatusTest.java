package org.mydirection.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mydirection.shared.Refused;

class AssetStatusTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    private static final Map<AssetStatus, Set<AssetStatus>> LEGAL = new EnumMap<>(Map.of(
            AssetStatus.RECEIVED, Set.of(AssetStatus.SCANNED, AssetStatus.REFUSED, AssetStatus.FAILED),
            AssetStatus.SCANNED, Set.of(AssetStatus.SANITISED, AssetStatus.REFUSED, AssetStatus.FAILED),
            AssetStatus.SANITISED, Set.of(AssetStatus.READY, AssetStatus.FAILED),
            AssetStatus.READY, Set.of(),
            AssetStatus.REFUSED, Set.of(),
            AssetStatus.FAILED, Set.of(AssetStatus.RECEIVED)));

    static Stream<Arguments> everyPair() {
        return Stream.of(AssetStatus.values())
                .flatMap(from -> Stream.of(AssetStatus.values()).map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest
    @MethodSource("everyPair")
    void anAssetGoesOnlyWhereItsLifeCycleLeads(AssetStatus from, AssetStatus to) {
        MediaAsset asset = at(from);
        assertThat(from.mayBecome(to)).isEqualTo(LEGAL.get(from).contains(to));
        if (LEGAL.get(from).contains(to)) {
            move(asset, to);
            assertThat(asset.status()).isEqualTo(to);
        } else {
            assertThatThrownBy(() -> move(asset, to)).isInstanceOfAny(IllegalStateException.class, Refused.class);
            assertThat(asset.status()).isEqualTo(from);
        }
    }

    @ParameterizedTest
    @MethodSource("everyPair")
    void aDiscardedAssetGoesNowhere(AssetStatus from, AssetStatus to) {
        MediaAsset asset = at(from);
        asset.discard(NOW);
        assertThatThrownBy(() -> move(asset, to)).isInstanceOfAny(IllegalStateException.class, Refused.class);
        assertThat(asset.status()).isEqualTo(from);
        assertThat(asset.mayFail()).isFalse();
    }

    @Test
    void onlyADiscardedAssetCanBeErased() {
        MediaAsset asset = at(AssetStatus.READY);
        assertThatThrownBy(() -> asset.erased(NOW)).isInstanceOf(IllegalStateException.class);

        asset.discard(NOW);
        asset.erased(NOW);

        assertThat(asset.work().objects()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("everyPair")
    void theRawUploadIsKeptUntilNothingNeedsIt(AssetStatus status, AssetStatus ignored) {
        MediaAsset asset = at(status);
        if (status == AssetStatus.READY || status == AssetStatus.REFUSED) {
            asset.rawDestroyed();
            assertThat(asset.work().rawNames()).isEmpty();
        } else {
            assertThatThrownBy(asset::rawDestroyed).isInstanceOf(IllegalStateException.class);
        }
    }

    private static MediaAsset at(AssetStatus status) {
        SealedKey key = new SealedKey(VaultKeyId.random(), new byte[60]);
        SealedObject raw = new SealedObject(UUID.randomUUID(), new byte[40], 100, key);
        MediaAsset asset =
                new MediaAsset(AssetId.random(), UUID.randomUUID(), new VaultKey(key, NOW), SourceType.PNG, raw, NOW);
        List<AssetStatus> way =
                switch (status) {
                    case RECEIVED -> List.of();
                    case SCANNED -> List.of(AssetStatus.SCANNED);
                    case SANITISED -> List.of(AssetStatus.SCANNED, AssetStatus.SANITISED);
                    case READY -> List.of(AssetStatus.SCANNED, AssetStatus.SANITISED, AssetStatus.READY);
                    case REFUSED -> List.of(AssetStatus.REFUSED);
                    case FAILED -> List.of(AssetStatus.FAILED);
                };
        way.forEach(step -> move(asset, step));
        return asset;
    }

    private static void move(MediaAsset asset, AssetStatus to) {
        switch (to) {
            case SCANNED -> asset.scanned();
            case SANITISED ->
                asset.sanitised(
                        SanitisedMedia.picture(4, 3, Map.of()),
                        List.of(new SealedForm(Form.MASTER, UUID.randomUUID(), new byte[40], 10)));
            case READY -> asset.ready(NOW);
            case REFUSED -> asset.refuse(MediaLimits.BROKEN, NOW);
            case FAILED -> asset.fail(NOW);
            case RECEIVED -> asset.tryAgain();
        }
    }
}
