import { type Bag, type BagSource, drawBag } from "./bag.ts";
import { type Piece, toPiece } from "./piece.ts";

const bagSize = 7;

/**
 * The pieces to come, mutated in place: the rest of the current bag and the whole next one, three bits a piece,
 * first piece lowest. So at least seven are always known, whatever the preview shows (when bags are dealt: as many
 * as were dealt).
 */
export class Queue {
  source: BagSource;
  current = 0;
  currentLeft = 0;
  next = 0;
  nextLeft = 0;

  constructor(source: BagSource) {
    this.source = source;
  }

  clone(): Queue {
    const copy = new Queue(this.source);
    copy.current = this.current;
    copy.currentLeft = this.currentLeft;
    copy.next = this.next;
    copy.nextLeft = this.nextLeft;
    return copy;
  }

  /** Whether a dealt bag is wanted. */
  get isShort(): boolean {
    return this.nextLeft === 0;
  }

  /** How many pieces are known. */
  get length(): number {
    return this.currentLeft + this.nextLeft;
  }

  /** The piece that comes after `index` others, or null when it is not known. */
  peek(index: number): Piece | null {
    if (index < this.currentLeft) return toPiece(this.current >>> (3 * index));
    const beyond = index - this.currentLeft;
    return beyond < this.nextLeft ? toPiece(this.next >>> (3 * beyond)) : null;
  }

  /** Take the first piece, or null when none was dealt. */
  take(): Piece | null {
    this.fill();
    if (this.currentLeft === 0) return null;
    const piece = toPiece(this.current);
    this.current >>>= 3;
    this.currentLeft -= 1;
    this.fill();
    return piece;
  }

  /** Draw bags while there is room for one. */
  fill(): void {
    this.advanceBag();
    while (this.nextLeft === 0) {
      const draw = drawBag(this.source);
      if (draw === null) return;
      this.source = draw.source;
      this.deal(draw.bag);
    }
  }

  /** Add a bag behind the known pieces; only when the queue is short. */
  deal(bag: Bag): void {
    this.next = bag.reduce<number>((packed, piece, index) => packed | (piece << (3 * index)), 0);
    this.nextLeft = bagSize;
    this.advanceBag();
  }

  private advanceBag(): void {
    if (this.currentLeft > 0 || this.nextLeft === 0) return;
    this.current = this.next;
    this.currentLeft = this.nextLeft;
    this.next = 0;
    this.nextLeft = 0;
  }
}
