#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <tesseract/capi.h>
