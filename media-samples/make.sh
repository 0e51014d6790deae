#!/bin/sh
# Makes the samples anew, in this folder. Needs a JDK 17 and Debian's ffmpeg, espeak-ng, sox,
# libimage-exiftool-perl and libheif-examples. Run it by hand: the files it makes are committed.
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
quiet="-hide_banner -loglevel error -y -bitexact"

java -Djava.awt.headless=true Pictures.java "$work"

# Pictures. The camera was held upright: the pixels lie on their side, and the tag says so.
ffmpeg $quiet -i "$work/front-door.png" -vf transpose=cclock -q:v 4 -map_metadata -1 front-door-gps.jpg
exiftool -q -overwrite_original -n -IFD0:Orientation=6 \
  -EXIF:GPSLatitude=51.5007 -EXIF:GPSLatitudeRef=N -EXIF:GPSLongitude=0.1246 -EXIF:GPSLongitudeRef=W -EXIF:GPSAltitude=11 \
  -Make=Sample -Model="Sample Phone 1" -Artist="Sam Sample" -DateTimeOriginal="2026:03:02 08:55:00" \
  -ImageDescription="my new front door" -XMP:City=London -IPTC:City=London -Comment="taken at home" front-door-gps.jpg
cp "$work/kitchen.png" kitchen.png
ffmpeg $quiet -i "$work/path.png" -c:v libwebp -quality 80 path.webp
ffmpeg $quiet -i "$work/first-day.png" -q:v 2 -map_metadata -1 "$work/first-day.jpg"
exiftool -q -overwrite_original -n -EXIF:GPSLatitude=51.5007 -EXIF:GPSLatitudeRef=N \
  -EXIF:GPSLongitude=0.1246 -EXIF:GPSLongitudeRef=W -Make=Sample "$work/first-day.jpg"
heif-enc -q 60 -t 160 -o first-day.heic "$work/first-day.jpg" > /dev/null
heif-enc -A -q 75 -o bench.avif "$work/bench.png" > /dev/null
ffmpeg $quiet -framerate 2 -i "$work/lamp-%d.png" -vf "split[a][b];[a]palettegen[p];[b][p]paletteuse" lamp.gif

# Recordings.
speak() { # text, file
  espeak-ng -v en-gb -s 140 -p 40 -w "$work/spoken.wav" "$1"
  sox -D "$work/spoken.wav" -r 16000 -b 16 -c 1 "$2" pad 0.2 0.3
}
speak "I was nervous on my first day. My boss opened the door and said, come in." first-day.wav
speak "I kept the key in my pocket all day. It is my front door." "$work/key.wav"
speak "My mum taught me this recipe. Now I cook it for my son every Sunday." "$work/recipe.wav"
speak "I walk to the river when my head is loud. It helps." "$work/river.wav"
speak "I said no to a lift from old friends. I took the bus home instead." "$work/bus.wav"
speak "Six months ago I could not have told you this." "$work/six-months.wav"

ffmpeg $quiet -i "$work/path.png" -vf scale=240:-1 -map_metadata -1 "$work/cover.jpg"
ffmpeg $quiet -i first-day.wav -i "$work/cover.jpg" -map 0:a -map 1:v -c:a libmp3lame -b:a 48k -c:v copy \
  -disposition:v attached_pic -id3v2_version 3 -metadata title="My first day" -metadata artist="Sam Sample" \
  -metadata comment="recorded at work" first-day-artwork.mp3
ffmpeg $quiet -i "$work/key.wav" -c:a aac -b:a 48k -metadata title="New recording 4" -f ipod voice-memo-location.m4a
exiftool -q -overwrite_original -n -UserData:GPSCoordinates="51.5007 -0.1246 11" voice-memo-location.m4a
ffmpeg $quiet -i "$work/recipe.wav" -c:a libopus -b:a 32k -metadata title="Recipe" recipe.ogg
ffmpeg $quiet -i "$work/river.wav" -c:a libopus -b:a 32k -f webm river.webm
ffmpeg $quiet -i "$work/bus.wav" -c:a flac -metadata artist="Sam Sample" bus.flac
ffmpeg $quiet -i "$work/six-months.wav" -af volume=-20dB -c:a libvorbis -q:a 3 -ac 1 quiet-voice.ogg

# Not what its name says.
cat > page-renamed.mp3 <<'HTML'
<!DOCTYPE html>
<html><head><title>Not a recording</title></head>
<body><script>document.title = "run"</script><p>This is a page with the name of a recording.</p></body></html>
HTML
