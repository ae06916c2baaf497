/** A picture turned by quarters within the box around it, which has the turned picture's own shape. */
import styles from './crop-view.module.css';

export interface CroppedPicture {
  /** Of the whole picture, upright. */
  readonly url: string;
  readonly width: number;
  readonly height: number;
}

export function TurnedPicture({
  picture,
  turns,
}: {
  readonly picture: CroppedPicture;
  readonly turns: number;
}) {
  const width = turns % 2 === 0 ? 100 : (picture.width / picture.height) * 100;
  return (
    <img
      className={styles.picture}
      src={picture.url}
      alt=""
      draggable={false}
      style={{ width: `${width}%`, transform: `translate(-50%, -50%) rotate(${turns * 90}deg)` }}
    />
  );
}
