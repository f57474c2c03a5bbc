package org.sistercityimpact.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What Unicode 18 says of its code points, in a table of our own: Java and browsers each have the
 * Unicode of their day, and the same file must be read alike on all of them. A test compares it
 * with ICU.
 */
final class CodePoints {
  /**
   * Ranges of code points, in numbers of base 36: how many lie between one and the next, and how
   * many it has.
   */
  private static final String LETTERS_AND_DIGITS =
      "1c a 7 q 6 q 1b 1 a 1 4 1 5 n 1 v 1 cq 4 c e 5 7 1 1 1 3l 5 1 2 2 4 1 1 6 1 1 3 1 1 "
          + "1 k 1 2b 1 3v 8 4m 1 12 1 2 6 15 2 2 1v r 4 4 19 17 l a 4 2 1 2r 1 1 f 2 7 f 2 1 g 1 "
          + "1 u t 2h b 1 e 17 9 2 4 1 5 m 4 1 9 1 3 1 n p 7 b 5 o 1 7 g 16 1m 1i 3 1 i 1 7 a 4 a "
          + "1 g 4 8 2 2 2 m 1 7 1 1 3 4 3 1 g 1 d 2 1 3 4 c a 1 8 6 4 2 2 m 1 7 1 2 1 2 1 2 v 4 "
          + "1 1 7 a 2 3 g 9 1 3 1 m 1 7 1 2 1 5 3 1 i 1 f 2 4 a 9 1 b 8 2 2 2 m 1 7 1 2 1 5 3 1 "
          + "u 2 1 3 4 a 1 1 h 1 1 6 3 3 1 4 3 2 1 1 1 2 3 2 3 3 3 c m 1 l a l 8 1 3 1 n 1 g 3 1 "
          + "q 3 1 2 2 2 4 a g 1 4 8 1 3 1 n 1 a 1 5 3 1 u 3 1 2 4 a 1 2 h 9 1 3 1 15 2 1 g 1 5 3 "
          + "8 3 4 a a 6 5 i 3 o 1 9 1 1 2 7 v a h 1c 1 2 c 7 9 a 13 2 1 1 1 5 1 o 1 1 1 a 1 2 9 "
          + "1 2 5 1 1 9 a 2 4 w 1 v a m 8 1 10 r 5 37 17 k b 6 6 4 4 3 1 3 2 7 3 4 d c 1 1 a 6 "
          + "12 1 1 5 1 2 17 1 99 1 4 2 7 1 1 1 4 2 15 1 4 2 x 1 4 2 7 1 1 1 4 2 f 1 1l 1 4 2 1v "
          + "11 g g 2e 2 6 3 h8 2 h 1 q 5 23 6 8 7 i d j e i e d 1 3 f 1g z 1 4 1 3 a 12 a 6 2h 7 "
          + "5 2 y 1 1 5 1y a v 13 14 2 5 b 18 4 q 6 a 12 n 9 1h 17 a 6 a d 1 2l 1b h 8 3 a 15 u "
          + "d 1k q 10 s a 3 1d 2 b 5 17 2 3 15 4 1 6 1 2 3 1 5 5c 1s 7q 2 6 2 12 2 6 2 8 1 1 1 1 "
          + "1 1 1 v 2 1h 1 7 1 1 3 3 1 7 3 4 2 6 4 d 5 3 1 7 38 1 d 1 f h 2q 1 4 1 2 a 1 1 3 5 6 "
          + "1 1 1 1 1 1 4 1 b 2 4 5 5 4 1 1g 2 22j 6d 6 4 3 2 c 12 1 1 5 1 2 1k 7 1 g n 9 7 1 7 "
          + "1 7 1 7 1 7 1 7 1 7 1 7 28 1 d1 2 16 5 5 2 4 2e 6 3 1 2i 1 4 5 17 1 2m h w 1c g e8 "
          + "534 1s h3h 1v 1a 2 7h 3 s k 1b g v 2 1y 1d 9 2 2v 2 2b 4 1 e h 1 3 1 4 1 n t 1g e 1e "
          + "s a o 6 3 1 1 2 1 12 a n p t 7 1b s b 6 5 1 p 1 15 n 3 1 8 4 a 6 n 3 1 3 1e 1 1 3 2 "
          + "2 5 2 1 1 1 o 3 2 b 7 3 c 6 2 6 2 6 9 7 1 7 1 17 1 e 2 2 2 37 d a 6 8mc c n 4 1d 6is "
          + "a6 2 2y 12 7 c 5 5 1 1 a 1 d 1 5 1 1 1 2 1 2 1 30 x a3 i 1s 2 1i 14 c 38 5 1 3r j a "
          + "7 q 6 q b 2h 3 6 2 6 2 6 2 3 z c 1 q 1 j 1 2 1 f 2 e y 3f at t 3 1d 1b w d k 1 8 6 "
          + "12 a u 2 10 4 8 1c 4e 2 a 6 10 4 10 4 14 8 1g c b 1 f 1 7 1 2 1 b 1 f 1 7 1 2 3 1g c "
          + "8n 9 m a 8 o 6 1 16 1 e 1s 6 2 1 1 18 1 2 3 1 2 n a n 9 v 1t j 1 2 a m a q 6 q 12 1k "
          + "6 2 1s 1 f 4 1 3 1 t 16 t 3 t z 8 1 s r 1i a m a j d i 32 21 1j 1f d 1f d 10 c a 6 "
          + "12 9 n 6y 16 6 2 g 6 h m h t a 1 8 m 16 i 1a l r n c 1h 1a a 1 2 2 1 d 19 w p 7 a 9 "
          + "10 f a 4 1 2 1 8 z 3 1 c 1c e 4 b b 1 1 z i 1 p j 2 1r 7 1 1 1 4 1 f 1 a 7 1b h a b "
          + "8 2 2 2 m 1 7 1 2 1 5 3 1 i 1 c 5 u a 1 1 2 1 1 12 1 1 p 1 1 1 18 1h i 4 5 a 5 3 u "
          + "1c k 2 1 1 8 a 4m 1b 15 4 10 1c k 1 b a 12 17 d 1 7 a 6 k s r l a 6 7 55 18 38 22 l "
          + "8 2 1 2 8 1 2 1 o f 1 1 1 e a 1y 8 2 13 g 1 1 1 s 1 a 14 7 1 l 1 b 1a j 1 i 21 h 1 "
          + "51 x f a 6 9 1 11 h 1 f a o u 34 7 1 2 1 12 l 1 9 a 6 6 1 2 1 w e 1 7 a 6 18 4 a 7 1 "
          + "6m j f 1 1 d 1 y s a 2e 1 27 pm 6e 5g 218 2p f ts h 6 p 32z 5 g7 5a1 u i a 1c6 ft 7 "
          + "v 1 a 6 27 1 a 6 u i 1c g 4 c a 9 l 5 j c0 19 3 a 5i 1s w p 2 p 18 23 5 1 1u d 1s 2 "
          + "1 1 e 2 c 5p7 10 y 2n 37 d pe e 1f 5y5 4 1 7 1 2 1 89 9 1 t 3 2 1 e 5 7 b0 1s4 2z 5 "
          + "d 3 9 7 a 386 a 1dy 2d 1 1z 1 2 2 1 2 2 2 4 1 c 1 1 1 7 1 1t 1 4 2 8 1 7 1 s 1 4 1 5 "
          + "1 1 3 7 1 9h 1 p 1 p 1 v 1 p 1 v 1 p 1 v 1 p 1 v 1 p 1 8 2 1e 1ds 3m e 7 1i 1f 1c 1q "
          + "42 19 a 7 2 a 4 1 8x u i 18 4 a d2 s 4 a 5y u 2 b 5h v 1 3 1 2 1 7 2 5 9 2 68 7 1 4 "
          + "1 2 1 f 1 5h 1n 1w 7 1 4 a x2 4 1 r 1 2 1 1 2 1 1 a 1 4 1 1 1 1 6 1 4 1 1 1 1 1 1 3 "
          + "1 2 1 1 2 1 1 1 1 1 1 1 1 1 1 2 1 1 2 4 1 7 1 4 1 4 1 1 1 a 1 h 5 3 1 5 1 h 2lw a sm "
          + "wyo w 3dr 1 4ge 2 5rl f ha 1wi f2 15u 3t7 5 6ju upy 8qo";

  /** Beyond ASCII. */
  private static final String DIGITS =
      "19c a 3q a 5i a bg a 3a a 3a a 3a a 3a a 3a a 3a a 3a a 3a a 3a a 2o a 3a a 1y "
          + "a 7q a 1y a 1fq a 12 a 8c a 3k a 4m a 6 a 52 a 2e a 3q a 6 a r7q a iu a 12 a 5i "
          + "a m a 2e a ba a geu a 13a a 1om a 6 a m4 a 3k a 1o a 40 a 7q a 9i a 3a a ae a "
          + "2u a 6 k 24 a bq a 2u a ie a 2e a 6u a 1y a 1i a 9y a d06 a 1t2 a 2e a 3q a eu "
          + "a iuu a 250 1e 1ts a bq a dy a 6v a np a 3o6 a";

  private static final String NON_SPACING_MARKS =
      "lc 34 7n 5 7d 19 1 1 1 2 1 2 1 3 1y b 1c l g 1 2t 7 2 6 2 2 1 4 z 1 u r 2j b 1m 9 9 "
          + "1 o 4 1 9 1 3 1 5 17 3 1n 9 16 o 1 w 1j 1 1 1 4 8 4 1 3 7 a 2 t 1 1m 1 4 4 8 1 k 2 q "
          + "1 2 2 1l 1 4 2 4 2 2 3 3 1 u 2 3 1 b 2 1l 1 4 5 1 2 4 1 k 2 m 6 1 1 1m 1 2 1 1 4 8 1 "
          + "5 4 b 2 u 1 1p 1 c 1 1e 1 3 1 1j 1 1 3 5 3 1 4 7 2 b 2 t 1 1m 1 2 1 6 1 5 2 k 2 s 2 "
          + "1l 2 4 4 8 1 k 2 t 1 20 1 7 3 1 1 2i 1 2 7 c 8 2q 1 2 9 b 7 21 2 r 1 1 1 1 1 1j e 1 "
          + "5 1 2 5 b 1 10 9 1 2u 4 1 6 1 2 2 2 p 2 4 3 g 4 d 1 2 2 6 1 f 1 jj 3 qa 3 t 2 u 2 u "
          + "2 1s 2 1 7 8 1 2 b 9 1 19 3 1 1 39 2 y 1 3a 3 4 2 9 1 6 3 63 2 2 1 1m 1 1 7 1 1 1 1 "
          + "2 8 6 a 2 1 1c e 1 1e f 4 1c 1 1 5 1 1 5 1 14 9 c 2 w 4 2 2 1 3 1k 1 1 2 3 1 1 3 1m "
          + "8 2 2 48 3 1 d 1 7 4 1 6 1 3 2 5i 1s k0 d 4 1 3 c 2da 3 3x 1 2o w fe 4 2z 2 n9w 1 4 "
          + "a w 2 28 2 7k 1 3 1 4 1 p 2 5 1 47 2 q i d 1 12 8 p b 1a 3 1c 1 2 4 2 2 13 1 1v 6 2 "
          + "2 2 2 c 1 8 1 1b 1 1f 1 1 3 2 2 5 2 1 1 16 2 8 1 6m 1 2 1 4 1 fn4 1 kh g g g r1 1 6a "
          + "1 45 5 1ae 3 1 2 5 4 14 3 4 1 4l 2 fx 4 1t 5 8t 2 u 5 w g 1y b 1d 4 3f 1 1i f 15 1 2 "
          + "2 a 3 1d 4 2 2 7 1 1p 3 10 5 1 8 1q 1 c 2 1g 9 a 4 2 1 2n 3 2 1 1 2 6 1 2 1 4d 1 3 8 "
          + "l 2 1l 2 3 1 11 7 3 5 1y 6 d 1 1 1 1 1 e 2 2d 8 2 3 1 1 n 1 2c 6 1 1 4 2 1 2 6m 4 6 "
          + "2 1 2 r 2 2d 8 2 1 1 2 2y 1 1 1 2 6 1 1 2t 1 1 1 2 4 1 5 77 9 1 2 74 2 1 1 4 1 40 4 "
          + "2 2 4 1 w a 14 6 2 4 8 1 9 6 2 3 1a d 1 2 5i 1 1 3 1 1 5l 7 1 6 1 1 2a m 2 7 1 2 1 2 "
          + "3e 6 3 1 1 2 1 7 1 1 20 2 3 1 1 1 2g 1 76 2 b 2 1g 5 5 1 1 1 n 1 44l 1 6 f 8ug c 3 3 "
          + "1xc 5 1n 7 t4 1 1r 4 29 1 f5k 2 3mp 1a 2 n dc 2 1q 3 h 8 2 7 u 4 44 3 m 2 1ib 1j 4 "
          + "1e 8 1 e 1 m 5 1 f 11s 7 1 h 2 7 1 2 1 5 2s 1 4g 7 af 1 1p 4 e4 4 72 2 6r 1 2 1 7 2 "
          + "5 1 d6 7 31 7 gzhx 6o";

  /** Controls, formats, surrogates, line and paragraph separators. */
  private static final String WITHOUT_PICTURE =
      "0 w 2n x d 1 11u 6 m 1 5c 1 1d 1 ao 2 28 1 2zv 1 1ks 5 o 7 1d 5 1 a 109c 1kw 64f 1 "
          + "6x 3 3b5 1 f 1 6zm g qxs 4 43z 8 h406 1 u 2o";

  /** Code points that fold to another one: the first, how many, the step, and what is added. */
  private static final String FOLDED_TO_ONE =
      "1t q 1 w 51 1 1 lj 5c n 1 w 60 7 1 w 74 o 2 1 8i 3 2 1 8p 8 2 1 96 n 2 1 ag 1 1 -3d "
          + "ah 3 2 1 an 1 1 -7g ap 1 1 5u aq 2 2 1 au 1 1 5q av 1 1 1 ax 2 1 5p az 1 1 1 b2 1 1 "
          + "27 b3 1 1 5m b4 1 1 5n b5 1 1 1 b7 1 1 5p b8 1 1 5r ba 1 1 5v bb 1 1 5t bc 1 1 1 bg "
          + "1 1 5v bh 1 1 5x bj 1 1 5y bk 3 2 1 bq 1 1 62 br 1 1 1 bt 1 1 62 bw 1 1 1 by 1 1 62 "
          + "bz 1 1 1 c1 2 1 61 c3 2 2 1 c7 1 1 63 c8 1 1 1 cc 1 1 1 ck 1 1 2 cl 1 1 1 cn 1 1 2 "
          + "co 1 1 1 cq 1 1 2 cr 9 2 1 da 9 2 1 dt 1 1 2 du 2 2 1 dy 1 1 -2p dz 1 1 -1k e0 k 2 1 "
          + "f4 1 1 -3m f6 9 2 1 fu 1 1 8bv fv 1 1 1 fx 1 1 -4j fy 1 1 8bs g1 1 1 1 g3 1 1 -5f g4 "
          + "1 1 1x g5 1 1 1z g6 5 2 1 n9 1 1 38 og 2 2 1 om 1 1 1 ov 1 1 38 p2 1 1 12 p4 3 1 11 "
          + "p8 1 1 1s pa 2 1 1r pd h 1 w pv 9 1 w qq 1 1 1 r3 1 1 8 r4 1 1 -u r5 1 1 -p r9 1 1 "
          + "-f ra 1 1 -m rc c 2 1 s0 1 1 -1i s1 1 1 -1c s4 1 1 -1o s5 1 1 -1s s7 1 1 1 s9 1 1 -7 "
          + "sa 1 1 1 sd 3 1 -3m sg g 1 28 sw w 1 w v4 h 2 1 wa r 2 1 xs 1 1 f xt 7 2 1 y8 1c 2 1 "
          + "10x 12 1 1c 3a8 12 1 5ls 3bb 1 1 5ls 3bh 1 1 5ls 3y0 6 1 -8 5mo 1 1 -4su 5mp 1 1 "
          + "-4st 5mq 1 1 -4sk 5mr 2 1 -4si 5mt 1 1 -4sj 5mu 1 1 -4sc 5mv 1 1 -4ro 5mw 1 1 r7n "
          + "5mx 1 1 1 5n4 17 1 -2bk 5od 3 1 -2bk 5xc 23 2 1 61n 1 1 -1m 61s 1c 2 1 64o 8 1 -8 "
          + "654 6 1 -8 65k 8 1 -8 660 8 1 -8 66g 6 1 -8 66x 4 2 -8 67c 8 1 -8 69k 2 1 -8 69m 2 1 "
          + "-22 69q 1 1 -5j9 6a0 4 1 -2e 6ag 2 1 -8 6ai 2 1 -2s 6aw 2 1 -8 6ay 2 1 -34 6b0 1 1 "
          + "-7 6bc 2 1 -3k 6be 2 1 -3i 6jq 1 1 -5st 6ju 1 1 -6gv 6jv 1 1 -6di 6k2 1 1 s 6lc g 1 "
          + "g 6mb 1 1 1 792 q 1 q 8ow 1c 1 1c 8rk 1 1 1 8rm 1 1 -8af 8rn 1 1 -2xy 8ro 1 1 -89z "
          + "8rr 3 2 1 8rx 1 1 -8bg 8ry 1 1 -8al 8rz 1 1 -8bj 8s0 1 1 -8bi 8s2 1 1 1 8s5 1 1 1 "
          + "8se 2 1 -8cf 8sg 1e 2 1 8vf 2 2 1 8vm 1 1 1 wu8 n 2 1 ww0 e 2 1 x0i 7 2 1 x0y v 2 1 "
          + "x2x 2 2 1 x31 1 1 -r9g x32 5 2 1 x3f 1 1 1 x3h 1 1 -wmg x3k 2 2 1 x3q a 2 1 x4a 1 1 "
          + "-wn8 x4b 1 1 -wnj x4c 1 1 -wnf x4d 1 1 -wn5 x4e 1 1 -wn8 x4g 1 1 -wlu x4h 1 1 -wmi "
          + "x4i 1 1 -wlx x4j 1 1 ps x4k 8 2 1 x50 1 1 -1c x51 1 1 -wn7 x52 1 1 -raw x53 2 2 1 "
          + "x57 1 1 -wo7 x58 8 2 1 x5o 1 1 -wu9 x5p 1 1 -wo6 x5u 1 1 -wo6 x6d 1 1 1 xv0 2 1 -x "
          + "xv4 28 1 -tzk 1ee9 q 1 w 1fcw 14 1 14 1fhs 10 1 14 1fn4 b 1 13 1fng f 1 13 1fnw 7 1 "
          + "13 1fo4 2 1 13 1h1c 1f 1 1s 1h74 m 1 w 1jfk w 1 w 20cg w 1 w 20f4 p 1 r 2mo0 1 1 1 "
          + "2mo8 2 2 1 2mod 1 1 1 2moh 1 1 1 2mp4 4 2 1 2mpe 7 2 1 2olc y 1 y";

  private static final String FOLDED_TO_SEVERAL =
      "67=37+37 8g=2x+lj 95=jg+32 ds=2y+lo pc=qh+lk+ld q8=qt+lk+ld 13b=12d+136 61i=2w+mp "
          + "61j=38+lk 61k=3b+lm 61l=3d+lm 61m=2p+ji 61q=37+37 66o=qt+lv 66q=qt+lv+lc "
          + "66s=qt+lv+ld 66u=qt+lv+n6 680=64g+qh 681=64h+qh 682=64i+qh 683=64j+qh 684=64k+qh "
          + "685=64l+qh 686=64m+qh 687=64n+qh 688=64g+qh 689=64h+qh 68a=64i+qh 68b=64j+qh "
          + "68c=64k+qh 68d=64l+qh 68e=64m+qh 68f=64n+qh 68g=65c+qh 68h=65d+qh 68i=65e+qh "
          + "68j=65f+qh 68k=65g+qh 68l=65h+qh 68m=65i+qh 68n=65j+qh 68o=65c+qh 68p=65d+qh "
          + "68q=65e+qh 68r=65f+qh 68s=65g+qh 68t=65h+qh 68u=65i+qh 68v=65j+qh 68w=674+qh "
          + "68x=675+qh 68y=676+qh 68z=677+qh 690=678+qh 691=679+qh 692=67a+qh 693=67b+qh "
          + "694=674+qh 695=675+qh 696=676+qh 697=677+qh 698=678+qh 699=679+qh 69a=67a+qh "
          + "69b=67b+qh 69e=67k+qh 69f=q9+qh 69g=q4+qh 69i=q9+n6 69j=q9+n6+qh 69o=q9+qh "
          + "69u=67o+qh 69v=qf+qh 69w=q6+qh 69y=qf+n6 69z=qf+n6+qh 6a4=qf+qh 6aa=qh+lk+lc "
          + "6ab=qh+lk+ld 6ae=qh+n6 6af=qh+lk+n6 6aq=qt+lk+lc 6ar=qt+lk+ld 6as=qp+lv 6au=qt+n6 "
          + "6av=qt+lk+n6 6b6=67w+qh 6b7=qx+qh 6b8=r2+qh 6ba=qx+n6 6bb=qx+n6+qh 6bg=qx+qh "
          + "1dkw=2u+2u 1dkx=2u+2x 1dky=2u+30 1dkz=2u+2u+2x 1dl0=2u+2u+30 1dl1=37+38 1dl2=37+38 "
          + "1dlf=12s+12u 1dlg=12s+12d 1dlh=12s+12j 1dli=132+12u 1dlj=12s+12l 2mqd=37+37";

  private static final int[] LETTER_OR_DIGIT = bounds(LETTERS_AND_DIGITS);
  private static final int[] DIGIT = bounds(DIGITS);
  private static final int[] MARK = bounds(NON_SPACING_MARKS);
  private static final int[] HIDDEN = bounds(WITHOUT_PICTURE);
  private static final Map<Integer, String> FOLDED = folded();

  private CodePoints() {}

  static boolean isLetterOrDigit(int point) {
    return isIn(LETTER_OR_DIGIT, point);
  }

  /** Whether it is a letter: none of the digits, in any script. */
  static boolean isLetter(int point) {
    if (point < 128) {
      int small = point | 0x20;
      return small >= 'a' && small <= 'z';
    }
    return isIn(LETTER_OR_DIGIT, point) && !isIn(DIGIT, point);
  }

  static boolean isNonSpacingMark(int point) {
    return isIn(MARK, point);
  }

  /** Whether nothing is seen of it. */
  static boolean isHidden(int point) {
    return isIn(HIDDEN, point);
  }

  /** Whether it is white space, breaking or not. */
  static boolean isSpace(int c) {
    return c >= 9 && c <= 13
        || c >= 28 && c <= 32
        || c == 0x85
        || c == 0xA0
        || c == 0x1680
        || c >= 0x2000 && c <= 0x200A
        || c == 0x2028
        || c == 0x2029
        || c == 0x202F
        || c == 0x205F
        || c == 0x3000;
  }

  /** A text in full case folding. */
  static String caseFolded(String text) {
    StringBuilder all = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      i += Character.charCount(point);
      String other = FOLDED.get(point);
      if (other == null) {
        all.appendCodePoint(point);
      } else {
        all.append(other);
      }
    }
    return all.toString();
  }

  /** Where ranges begin and end, in turn. */
  private static int[] bounds(String table) {
    List<Integer> numbers = numbers(table);
    int[] bounds = new int[numbers.size()];
    int at = 0;
    for (int i = 0; i < bounds.length; i++) {
      at += numbers.get(i);
      bounds[i] = at;
    }
    return bounds;
  }

  private static boolean isIn(int[] bounds, int point) {
    int from = 0;
    int to = bounds.length;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (bounds[middle] <= point) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from % 2 == 1;
  }

  private static Map<Integer, String> folded() {
    Map<Integer, String> folded = new HashMap<>();
    List<Integer> runs = numbers(FOLDED_TO_ONE);
    for (int i = 0; i < runs.size(); i += 4) {
      for (int n = 0; n < runs.get(i + 1); n++) {
        int point = runs.get(i) + n * runs.get(i + 2);
        folded.put(point, String.valueOf(Character.toChars(point + runs.get(i + 3))));
      }
    }
    for (String one : FOLDED_TO_SEVERAL.split(" ")) {
      int is = one.indexOf('=');
      StringBuilder several = new StringBuilder();
      for (String point : one.substring(is + 1).split("[+]")) {
        several.appendCodePoint(Integer.parseInt(point, 36));
      }
      folded.put(Integer.parseInt(one.substring(0, is), 36), several.toString());
    }
    return folded;
  }

  private static List<Integer> numbers(String table) {
    List<Integer> numbers = new ArrayList<>();
    for (String number : table.split(" ")) {
      numbers.add(Integer.parseInt(number, 36));
    }
    return numbers;
  }
}
