/** Draws a photo anew: what the camera wrote beside it (place, time, phone) is not in a picture that was never a file. */

/** Sharp enough for a face or a number plate; a fifth of what phones make. */
const longestSide = 2560;
const quality = 0.85;

/** JPEG; null where this browser cannot show it as a picture. */
export async function redrawn(file: Blob): Promise<Uint8Array | null> {
  const address = URL.createObjectURL(file);
  try {
    const picture = await opened(address);
    const { naturalWidth: width, naturalHeight: height } = picture;
    if (width === 0 || height === 0) return null;
    const scale = Math.min(1, longestSide / Math.max(width, height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(width * scale));
    canvas.height = Math.max(1, Math.round(height * scale));
    const pen = canvas.getContext('2d');
    if (!pen) return null;
    // JPEG knows no glass: what could be seen through is white, as paper is.
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
    const drawn = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', quality));
    return drawn?.type === 'image/jpeg' ? new Uint8Array(await drawn.arrayBuffer()) : null;
  } catch {
    return null;
  } finally {
    URL.revokeObjectURL(address);
  }
}

function opened(address: string): Promise<HTMLImageElement> {
  return new Promise((done, failed) => {
    const picture = new Image();
    picture.onload = () => done(picture);
    picture.onerror = failed;
    picture.src = address;
  });
}
